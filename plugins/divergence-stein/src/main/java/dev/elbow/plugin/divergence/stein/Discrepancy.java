package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The squared kernelised Stein discrepancy of codes from a density p with score s = grad log p: the
 * mean over pairs of different codes of
 *
 * <pre>
 * u_ij = s_i.s_j k + s_i.grad_j k + s_j.grad_i k + trace grad_i grad_j k
 *      = k [ s_i.s_j + 2/h (s_i - s_j).(z_i - z_j) + 2 d/h - 4 r^2/h^2 ],  k = exp(-r^2/h)
 * </pre>
 *
 * <p>It is 0 on average where the codes come from p, hence at times negative, and positive
 * otherwise. A batch of 1 has no pair and gives 0.
 *
 * <p>Source: Liu, Lee and Jordan, A Kernelized Stein Discrepancy for Goodness-of-fit Tests, 2016,
 * theorem 3.6 and equation 14.
 */
final class Discrepancy {
  private Discrepancy() {}

  /**
   * A scalar.
   *
   * @param z {@code [n, latent]}
   * @param score at z, {@code [n, latent]}
   */
  static SDVariable of(
      Graph graph, SteinKernel kernel, SDVariable z, SDVariable score, int latent) {
    SDVariable t = graph.constant(2).div(kernel.width());
    SDVariable scores = graph.product(score, graph.sameDiff().transpose(score), latent);
    SDVariable drift = drift(graph, z, score, latent).mul(t);
    SDVariable trace = kernel.squares().mul(t).neg().add(latent).mul(t);
    SDVariable pairs = kernel.values().mul(scores.add(drift).add(trace));
    SDVariable itself = graph.rowSums(score.mul(score)).add(t.mul(latent));
    SDVariable others = graph.rowSums(pairs).sub(itself).mean();
    return others.div(kernel.count().sub(kernel.count().gt(1).castTo(graph.dataType())));
  }

  /** (s_i - s_j).(z_i - z_j), {@code [n, n]}. */
  private static SDVariable drift(Graph graph, SDVariable z, SDVariable score, int latent) {
    SameDiff sd = graph.sameDiff();
    SDVariable moved = SquaredDistances.centred(graph, z);
    SDVariable own = graph.rowSums(score.mul(moved));
    SDVariable crossed = graph.product(score, sd.transpose(moved), latent);
    return own.add(sd.transpose(own)).sub(crossed).sub(sd.transpose(crossed));
  }
}
