package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import dev.elbow.spi.FailureException;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Moves a model's parameters against their gradient. */
public interface Optimizer {

  /**
   * Checks and limits the gradient, then moves the parameters.
   *
   * @param gradients whose sum is the gradient, each flat, in the parameters' layout; they may be
   *     overwritten
   * @param rate the model's learning rate; adversaries bring their own
   * @param step number of earlier updates
   * @throws FailureException if the gradient is not finite; nothing has changed then
   */
  void update(List<INDArray> gradients, double rate, long step);

  /** What the next update depends on beside the parameters, by name, copied. */
  Map<String, Tensor> tensors();

  /** Takes the state of a checkpoint. */
  void restore(Map<String, Tensor> tensors);
}
