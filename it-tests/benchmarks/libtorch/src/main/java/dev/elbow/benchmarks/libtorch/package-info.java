/** libtorch through JavaCPP, in a process without ND4J. */
package dev.elbow.benchmarks.libtorch;
