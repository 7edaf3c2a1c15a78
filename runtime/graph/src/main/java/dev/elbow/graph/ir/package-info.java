/** The intermediate representation: what an execution does, as nodes on values. */
package dev.elbow.graph.ir;
