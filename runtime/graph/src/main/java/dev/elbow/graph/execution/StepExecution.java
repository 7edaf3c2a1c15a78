package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import java.util.List;

/** The outputs and the gradient of a graph's loss for batches of one size. */
interface StepExecution extends AutoCloseable {
  /**
   * Executes the graph forward and backward.
   *
   * @return the outputs, good until the next run
   */
  Results run(Feeds feeds);

  /** The parts of the gradient, whose arrays {@link #run} fills. */
  List<Gradient> gradients();

  @Override
  void close();
}
