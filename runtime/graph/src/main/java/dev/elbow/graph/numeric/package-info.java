/** Derivatives by differences and the linear algebra to judge them: what checks a graph. */
package dev.elbow.graph.numeric;
