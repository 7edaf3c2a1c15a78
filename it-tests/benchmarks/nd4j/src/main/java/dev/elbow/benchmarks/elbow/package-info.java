/** Elbow as a library, and the reference that others are compared with. */
package dev.elbow.benchmarks.elbow;
