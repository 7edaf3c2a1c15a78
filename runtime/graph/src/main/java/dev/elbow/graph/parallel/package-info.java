/** A few threads that share work in a fixed way. */
package dev.elbow.graph.parallel;
