package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The squared Euclidean distances of all pairs of rows, {@code |x|^2 + |y|^2 - 2 x.y}.
 *
 * <p>No {@code [n, n, latent]} array is made. Moving the origin between the rows first leaves the
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
    SDVariable moved = x.sub(origin(graph, x));
    return ofMoved(graph, moved, moved, latent);
  }

  /**
   * From each row of x to each row of y, {@code [n, latent]} both, to {@code [n, n]}.
   *
   * @param latent the number of columns
   */
  static SDVariable between(Graph graph, SDVariable x, SDVariable y, int latent) {
    SDVariable origin = origin(graph, x).add(origin(graph, y)).mul(0.5);
    return ofMoved(graph, x.sub(origin), y.sub(origin), latent);
  }

  /** The mean row, {@code [1, latent]}, a constant: no distance depends on it. */
  private static SDVariable origin(Graph graph, SDVariable x) {
    return graph.stopGradient(graph.sameDiff().stack(0, graph.meanOverBatch(x)));
  }

  private static SDVariable ofMoved(Graph graph, SDVariable x, SDVariable y, int latent) {
    SDVariable rows = graph.rowSums(x.mul(x));
    SDVariable columns = graph.sameDiff().transpose(graph.rowSums(y.mul(y)));
    SDVariable products = graph.product(x, graph.sameDiff().transpose(y), latent);
    SDVariable squares = rows.add(columns).sub(products.mul(2));
    return atLeastZero(graph, squares);
  }

  /**
   * max(x, 0) as (x + |x|) / 2, which ND4J differentiates several times faster. Only rows that are
   * equal up to rounding come out below 0, and their distance has no gradient.
   */
  private static SDVariable atLeastZero(Graph graph, SDVariable x) {
    return x.add(graph.sameDiff().math.abs(x)).mul(0.5);
  }
}
