package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;

/** The formulas behind {@link Graph}'s operations, composed of ND4J operations that are right. */
final class Operations {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private Operations() {}

  static SDVariable linear(Graph graph, SDVariable x, long inputs, long outputs) {
    SDVariable weight =
        graph.parameter("weight", Initializer.uniformFanIn(inputs), inputs, outputs);
    SDVariable bias = graph.parameter("bias", Initializer.uniformFanIn(inputs), 1, outputs);
    return product(x, weight, inputs).add(bias);
  }

  /** ND4J's mmul has no gradient for two [1, 1] arrays; broadcasting has. */
  static SDVariable product(SDVariable x, SDVariable matrix, long inner) {
    return inner == 1 ? x.mul(matrix) : x.mmul(matrix);
  }

  static SDVariable stopGradient(SameDiff sameDiff, SDVariable x) {
    return new StopGradient(sameDiff, x).outputVariable();
  }

  /**
   * max(x, 0) + log(1 + exp(-|x|)). The maximum is written (x + |x|) / 2, whose gradient at 0 is
   * 1/2, as softplus's is; relu's would be 0.
   */
  static SDVariable softplus(Graph graph, SDVariable x) {
    SameDiff sd = graph.sameDiff();
    SDVariable magnitude = sd.math.abs(x);
    SDVariable positive = x.add(magnitude).mul(0.5);
    return positive.add(sd.math.log1p(sd.math.exp(magnitude.neg())));
  }

  static SDVariable logSumExp(SDVariable x, int dimension) {
    SDVariable kept = logSumExpKeeping(beyondVector(x), dimension);
    return x.getSameDiff().squeeze(x.getSameDiff().squeeze(kept, 2), dimension);
  }

  static SDVariable logSoftmax(SDVariable x, int dimension) {
    SDVariable kept = logSumExpKeeping(beyondVector(x), dimension);
    return x.sub(x.getSameDiff().squeeze(kept, 2));
  }

  /** The shift cancels in value and gradient, so it is held constant. */
  private static SDVariable logSumExpKeeping(SDVariable x, int dimension) {
    SameDiff sd = x.getSameDiff();
    SDVariable shift = stopGradient(sd, x.max(true, dimension));
    return sd.math.log(sd.math.exp(x.sub(shift)).sum(true, dimension)).add(shift);
  }

  static SDVariable standardNormalLogDensity(SDVariable z) {
    return sumPerExample(z.mul(z).add(LOG_TWO_PI)).mul(-0.5);
  }

  static SDVariable sumPerExample(SDVariable x) {
    return beyondVector(x).sum(1, 2);
  }

  static SDVariable rowSums(SDVariable x) {
    return beyondVector(x).sum(1);
  }

  static SDVariable columns(SDVariable x, int from, int to) {
    return x.getSameDiff().slice(x, new int[] {0, from}, new int[] {-1, to - from});
  }

  static SDVariable meanOverBatch(SDVariable x) {
    return x.getSameDiff().squeeze(beyondVector(x).mean(0), 1);
  }

  /**
   * A matrix as {@code [n, m, 1]}. ND4J takes a reduction of a {@code [n, 1]} or {@code [1, n]}
   * array over its dimension of size 1 for no operation, and then fails inside a graph; its
   * expandDims leaves a {@code [1, 1]} array as it is, its stack does not.
   */
  private static SDVariable beyondVector(SDVariable x) {
    return x.getSameDiff().stack(2, x);
  }
}
