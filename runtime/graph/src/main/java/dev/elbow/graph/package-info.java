/** Graphs under construction, built, and run: names, parameters, noise. */
package dev.elbow.graph;
