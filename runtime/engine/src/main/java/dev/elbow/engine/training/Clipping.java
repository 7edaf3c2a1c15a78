package dev.elbow.engine.training;

import dev.elbow.engine.options.ClippingOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Limits the flat gradient, in place: each element first, then the norm. */
record Clipping(ClippingOptions options) {

  void apply(INDArray gradient) {
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
