/**
 * Element-wise functions and sums on blocks of floats, in loops that the JIT compiler turns into
 * vector instructions.
 */
package dev.elbow.graph.kernel;
