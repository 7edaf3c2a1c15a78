/** The same models in plain SameDiff, trained by its own {@code fit}. */
package dev.elbow.benchmarks.samediff;
