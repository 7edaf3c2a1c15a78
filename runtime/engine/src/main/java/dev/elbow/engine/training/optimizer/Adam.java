package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Adam on the flat array of parameters: one operation for all of them.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2
 * parameter -= rate sqrt(1 - b2^t) / (1 - b1^t)  m / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam, 2015, in the form of the end of section 2.
 */
final class Adam implements Optimizer {
  /** Moments this small change no parameter; as denormals they would slow every later pass. */
  private static final float NEGLIGIBLE = 1e-30f;

  private static final int FLUSH_EVERY = 200;
  private static final String FIRST = "optimizer.m";
  private static final String SECOND = "optimizer.v";

  private final OptimizerOptions options;
  private final Clipping clipping;
  private final ParameterStore parameters;
  private final INDArray first;
  private final INDArray second;

  Adam(TrainingOptions options, ParameterStore parameters) {
    this.options = options.optimizer();
    this.clipping = new Clipping(options.gradientClipping());
    this.parameters = parameters;
    this.first = Nd4j.zerosLike(parameters.flat());
    this.second = Nd4j.zerosLike(parameters.flat());
  }

  @Override
  public void update(List<INDArray> gradients, double rate, long step) {
    INDArray gradient = gradients.get(0);
    gradients.stream().skip(1).forEach(gradient::addi);
    requireFinite(gradient, step);
    clipping.apply(gradient, parameters.groups());
    for (ParameterStore.Group group : parameters.groups()) {
      double groupRate = group.adversaryRate().orElse(rate);
      INDArray update = range(gradient, group);
      Nd4j.exec(
          new AdamUpdater(
              update,
              range(second, group),
              range(first, group),
              groupRate,
              options.beta1(),
              options.beta2(),
              options.epsilon(),
              Math.toIntExact(step)));
    }
    parameters.flat().subi(gradient);
    if ((step + 1) % FLUSH_EVERY == 0) {
      flush(first);
      flush(second);
    }
  }

  private static void requireFinite(INDArray gradient, long step) {
    double sum = gradient.sumNumber().doubleValue();
    if (!Double.isFinite(sum)) {
      throw new FailureException(
          "TRAIN-NOT-FINITE",
          "the gradient's sum is " + sum,
          "step " + (step + 1),
          "The last good checkpoint is kept. Lower training.optimizer.learningRate, set"
              + " training.gradientClipping.norm, or warm the weights up.");
    }
  }

  private INDArray range(INDArray flat, ParameterStore.Group group) {
    boolean whole = group.from() == 0 && group.to() == flat.length();
    return whole ? flat : flat.get(NDArrayIndex.interval(group.from(), group.to()));
  }

  private static void flush(INDArray moments) {
    try (INDArray magnitude = Transforms.abs(moments, true);
        INDArray kept = magnitude.gt(NEGLIGIBLE);
        INDArray mask = kept.castTo(moments.dataType())) {
      moments.muli(mask);
    }
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(FIRST, new Tensor(first.shape(), first.data().asFloat()));
    tensors.put(SECOND, new Tensor(second.shape(), second.data().asFloat()));
    return tensors;
  }

  @Override
  public void restore(Map<String, Tensor> tensors) {
    first.assign(Nd4j.create(tensors.get(FIRST).data()));
    second.assign(Nd4j.create(tensors.get(SECOND).data()));
  }
}
