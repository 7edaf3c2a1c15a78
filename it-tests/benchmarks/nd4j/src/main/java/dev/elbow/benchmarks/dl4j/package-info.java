/** DL4J's layer of the same model. */
package dev.elbow.benchmarks.dl4j;
