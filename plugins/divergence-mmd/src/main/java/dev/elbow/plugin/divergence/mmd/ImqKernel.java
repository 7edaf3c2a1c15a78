package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A sum of inverse multiquadrics, {@code k(r) = sum_s C s / (C s + r^2)} over seven scales s, with
 * {@code C = 2 d v}: the expected squared distance of two samples of a prior with variance v in
 * each of d dimensions.
 *
 * <p>Source: Tolstikhin et al., Wasserstein Auto-Encoders, 2018, section 4, and its authors' code
 * for the scales.
 */
final class ImqKernel implements Kernel {
  private static final List<Double> SCALES = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);

  private final double expected;

  ImqKernel(int latent, double priorVariance) {
    this.expected = 2 * latent * priorVariance;
  }

  @Override
  public SDVariable drop(Graph graph, Pairs pairs) {
    SDVariable squares = pairs.squares();
    SDVariable sum = null;
    for (double scale : SCALES) {
      SDVariable drop = squares.div(squares.add(expected * scale));
      sum = sum == null ? drop : sum.add(drop);
    }
    return sum;
  }

  @Override
  public String description() {
    return "inverse multiquadrics with C = " + expected;
  }
}
