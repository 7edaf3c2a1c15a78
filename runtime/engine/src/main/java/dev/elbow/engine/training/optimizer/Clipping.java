package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.graph.ParameterStore.Group;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Limits the flat gradient, in place: each element first, then the norm. The model and each
 * adversary have a norm of their own: neither player's step depends on how far the other is off.
 */
record Clipping(ClippingOptions options) {

  void apply(INDArray gradient, List<Group> players) {
    for (Group player : players) {
      boolean whole = player.from() == 0 && player.to() == gradient.length();
      apply(whole ? gradient : gradient.get(NDArrayIndex.interval(player.from(), player.to())));
    }
  }

  private void apply(INDArray gradient) {
    options
        .value()
        .ifPresent(
            limit ->
                Nd4j.exec(
                    DynamicCustomOp.builder("clipbyvalue")
                        .addInputs(gradient)
                        .addOutputs(gradient)
                        .addFloatingPointArguments(-limit, limit)
                        .build()));
    options
        .norm()
        .ifPresent(
            limit -> {
              double norm = gradient.norm2Number().doubleValue();
              if (norm > limit) {
                gradient.muli(limit / norm);
              }
            });
  }
}
