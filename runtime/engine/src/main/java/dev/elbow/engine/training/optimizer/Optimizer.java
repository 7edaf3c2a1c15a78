package dev.elbow.engine.training.optimizer;

import dev.elbow.graph.execution.Gradient;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Moves a model's parameters against their gradient, and keeps their average if one is wanted. */
public interface Optimizer {

  /**
   * Checks and limits the gradient, then moves the parameters.
   *
   * @param gradients whose weighted sum is the gradient, each contiguous; the first may be
   *     overwritten
   * @param rate the model's learning rate; adversaries bring their own
   * @param step number of earlier updates
   * @throws FailureException {@code TRAIN-NOT-FINITE} if the gradient is not finite; parameters and
   *     moments have not changed then
   */
  void update(List<Gradient> gradients, double rate, long step);

  /**
   * Does something while the parameters hold the values to evaluate, sample and publish: their
   * average, or themselves if none is kept. Afterwards they are what they were, to the bit.
   */
  <T> T onAverage(Supplier<T> work);

  /**
   * What the next update depends on beside the parameters of {@link #onAverage}, by name, copied.
   */
  Map<String, Tensor> tensors();

  /**
   * Takes the state of a checkpoint.
   *
   * @param tensors of {@link #tensors()} among others; the parameters hold the checkpoint's values
   *     already
   * @param place of the checkpoint
   * @throws InputException {@code CHECKPOINT-MISMATCH} if it was written by another optimizer
   */
  void restore(Map<String, Tensor> tensors, String place);
}
