package dev.elbow.plugin.posterior.ar1;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The recursion u_j = rho u_(j-1) + w_j, as the linear system (I - rho S) u = w with S the shift by
 * one dimension.
 */
final class Recursion {
  private Recursion() {}

  /**
   * u = (I - rho S)^-1 w = prod_k (I + (rho S)^(2^k)) w: ceil(log2 latent) shifted additions, exact
   * because S is nilpotent, and differentiable at rho = 0.
   *
   * @param rho {@code [batch, 1]}
   * @param w {@code [batch, latent]}
   */
  static SDVariable solve(Graph graph, SDVariable rho, SDVariable w, int latent) {
    SDVariable u = w;
    SDVariable power = rho;
    for (int step = 1; step < latent; step *= 2) {
      u = u.add(shift(graph, u, step, latent).mul(power));
      power = power.mul(power);
    }
    return u;
  }

  /** w = (I - rho S) u. */
  static SDVariable apply(Graph graph, SDVariable rho, SDVariable u, int latent) {
    return latent == 1 ? u : u.sub(shift(graph, u, 1, latent).mul(rho));
  }

  /** Columns move right by {@code step}; zeros come in. */
  private static SDVariable shift(Graph graph, SDVariable x, int step, int latent) {
    SDVariable zeros = graph.columns(x, 0, step).mul(0);
    SDVariable kept = graph.columns(x, 0, latent - step);
    return x.getSameDiff().concat(1, zeros, kept);
  }
}
