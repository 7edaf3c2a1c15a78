/** Executing built graphs the fast way: captured, in parallel, or through SameDiff. */
package dev.elbow.graph.execution;
