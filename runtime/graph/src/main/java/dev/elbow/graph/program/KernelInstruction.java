package dev.elbow.graph.program;

import dev.elbow.graph.kernel.FusedKernel;
import dev.elbow.graph.parallel.Workers;

/** A kernel, its work shared by as many threads as it is worth. */
record KernelInstruction(FusedKernel kernel, int parts, String name) implements Instruction {
  @Override
  public void run(Workers workers) {
    workers.run(parts, part -> kernel.run(part, parts));
    kernel.finish(parts);
  }
}
