/** From SameDiff's calls to fewer and faster nodes. */
package dev.elbow.graph.lowering;
