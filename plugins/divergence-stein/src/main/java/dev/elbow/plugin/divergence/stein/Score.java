package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradient of a log density by its argument, as a value in the graph: central differences in
 * each dimension, all in one evaluation of the density at 2 d n points.
 *
 * <p>They are exact up to rounding for every Gaussian, whose log density is quadratic; otherwise
 * the error is of the order of the square of the step.
 */
final class Score {
  /** Balances rounding, of the order of 30 x 6e-8 over the step, and curvature. */
  private static final double STEP_OF_FLOAT = 1e-2;

  private static final double STEP_OF_DOUBLE = 1e-4;

  private Score() {}

  /**
   * d log p / dz, {@code [n, latent]}.
   *
   * @param logDensity {@code [m, latent]} to {@code [m]}
   * @param z {@code [n, latent]}
   */
  static SDVariable of(
      Graph graph, UnaryOperator<SDVariable> logDensity, SDVariable z, int latent) {
    SameDiff sd = graph.sameDiff();
    double step = graph.dataType() == DataType.DOUBLE ? STEP_OF_DOUBLE : STEP_OF_FLOAT;
    SDVariable offsets = graph.constant("offsets", offsets(latent, step));
    SDVariable points = sd.reshape(sd.stack(0, z).add(offsets), -1, latent);
    SDVariable values = sd.reshape(logDensity.apply(points), 2, latent, -1);
    SDVariable sign = graph.constant("sign", sign());
    return sd.transpose(values.mul(sign).sum(0).div(2 * step));
  }

  /** Forward in each dimension, then backward in each: {@code [2 latent, 1, latent]}. */
  private static INDArray offsets(int latent, double step) {
    INDArray offsets = Nd4j.zeros(DataType.DOUBLE, 2L * latent, 1, latent);
    for (int k = 0; k < latent; k++) {
      offsets.putScalar(new int[] {k, 0, k}, step);
      offsets.putScalar(new int[] {latent + k, 0, k}, -step);
    }
    return offsets;
  }

  private static INDArray sign() {
    return Nd4j.createFromArray(1.0, -1.0).reshape(2, 1, 1);
  }
}
