package dev.elbow.engine.training.optimizer;

import dev.elbow.graph.execution.Gradient;

/**
 * A part of the gradient, ready to be read.
 *
 * @param memory of the flat array
 * @param weight in the sum
 */
record GradientPart(FlatArray memory, float weight) {

  static GradientPart of(Gradient gradient) {
    return new GradientPart(FlatArray.of(gradient.flat()), (float) gradient.weight());
  }
}
