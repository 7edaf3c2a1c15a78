package dev.elbow.engine.training.optimizer;

import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.FailureException;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Names the first element of a gradient that is not finite; a gradient can overflow before the
 * loss.
 */
final class NotFinite {
  private NotFinite() {}

  static FailureException failure(INDArray gradient, ParameterStore parameters, long step) {
    return new FailureException(
        "TRAIN-NOT-FINITE",
        first(gradient, parameters),
        "step " + (step + 1),
        "The last good checkpoint is kept. Lower training.optimizer.learningRate, set"
            + " training.gradientClipping.norm, or warm the weights up.");
  }

  private static String first(INDArray gradient, ParameterStore parameters) {
    FlatArray memory = FlatArray.of(gradient);
    float[] one = new float[1];
    long index = 0;
    for (Map.Entry<String, INDArray> view : parameters.viewsOf(gradient).entrySet()) {
      for (long end = index + view.getValue().length(); index < end; index++) {
        memory.read(index, one, 1);
        if (!Float.isFinite(one[0])) {
          return "the gradient of %s is %s".formatted(view.getKey(), one[0]);
        }
      }
    }
    return "the gradient is not finite";
  }
}
