/** What is compared: models as lists of layers, and what is done with them. */
package dev.elbow.benchmarks.cases;
