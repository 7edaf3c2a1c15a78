package dev.elbow.graph.program;

import dev.elbow.graph.parallel.Workers;

/** A step of a program. */
interface Instruction {
  /** Does it. */
  void run(Workers workers);

  /** What it is, for a profile. */
  String name();
}
