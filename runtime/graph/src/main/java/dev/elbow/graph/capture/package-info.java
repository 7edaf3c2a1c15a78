/** Recording what SameDiff does in one execution. */
package dev.elbow.graph.capture;
