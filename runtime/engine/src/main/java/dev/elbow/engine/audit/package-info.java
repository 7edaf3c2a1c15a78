/**
 * The bound auditor: is the figure that a model prints a bound, and if not, which term is wrong?
 */
package dev.elbow.engine.audit;
