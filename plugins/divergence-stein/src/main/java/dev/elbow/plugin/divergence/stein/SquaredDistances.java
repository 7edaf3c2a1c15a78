package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The squared Euclidean distances of all pairs of rows, {@code |x|^2 + |y|^2 - 2 x.y}.
 *
 * <p>No {@code [n, n, latent]} array is made. Moving the origin to the mean first leaves the
 * distances as they are and keeps the cancellation in that formula small for a cloud far from 0.
 */
final class SquaredDistances {
  private SquaredDistances() {}

  /**
   * Among the rows of x, {@code [n, latent]} to {@code [n, n]}.
   *
   * @param latent the number of columns
   */
  static SDVariable within(Graph graph, SDVariable x, int latent) {
    SDVariable moved = centred(graph, x);
    SDVariable rows = graph.rowSums(moved.mul(moved));
    SDVariable columns = graph.sameDiff().transpose(rows);
    SDVariable products = graph.product(moved, graph.sameDiff().transpose(moved), latent);
    return atLeastZero(graph, rows.add(columns).sub(products.mul(2)));
  }

  /** The rows around their mean, which is held constant: no distance depends on it. */
  static SDVariable centred(Graph graph, SDVariable x) {
    return x.sub(graph.stopGradient(graph.sameDiff().stack(0, graph.meanOverBatch(x))));
  }

  /**
   * max(x, 0) as (x + |x|) / 2, which ND4J differentiates several times faster. Only rows that are
   * equal up to rounding come out below 0, and their distance has no gradient.
   */
  private static SDVariable atLeastZero(Graph graph, SDVariable x) {
    return x.add(graph.sameDiff().math.abs(x)).mul(0.5);
  }
}
