package com.example.laplace;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** z' = exp(s) z with a learned s for each dimension, and log|det| = the sum of s. */
record ScaleFlow(int latent) implements Flow {

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    return scaled(graph, z, logScale(graph));
  }

  @Override
  public boolean invertible() {
    return true;
  }

  @Override
  public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    return scaled(graph, z, logScale(graph).neg());
  }

  private SDVariable logScale(Graph graph) {
    return graph.parameter("s", Initializer.constant(0), 1, latent);
  }

  /** The log-determinant is the same for every example, but its shape is {@code [batch]}. */
  private static FlowStep scaled(Graph graph, SDVariable z, SDVariable s) {
    SDVariable moved = z.mul(graph.sameDiff().math.exp(s));
    return new FlowStep(moved, graph.sumPerExample(z.mul(0).add(s)));
  }
}
