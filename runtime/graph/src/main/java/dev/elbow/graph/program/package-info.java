/** What a recording becomes: arrays laid out once, and instructions to run on them. */
package dev.elbow.graph.program;
