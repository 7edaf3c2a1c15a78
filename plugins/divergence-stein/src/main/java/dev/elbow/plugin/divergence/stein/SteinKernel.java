package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The Gaussian kernel {@code k(r) = exp(-r^2 / h)} of all pairs of a batch's codes.
 *
 * @param values k, {@code [n, n]}
 * @param squares r^2, {@code [n, n]}
 * @param width h, a scalar without gradient
 * @param count n, a scalar
 */
record SteinKernel(SDVariable values, SDVariable squares, SDVariable width, SDVariable count) {

  static SteinKernel of(Graph graph, SDVariable codes, int latent, SteinOptions options) {
    SDVariable squares = SquaredDistances.within(graph, codes, latent);
    SDVariable count = graph.sameDiff().size(codes).castTo(graph.dataType()).div(latent);
    SDVariable width =
        switch (options.bandwidth()) {
          case FIXED -> graph.constant(2 * options.sigma() * options.sigma());
          case MEDIAN -> medianWidth(graph, squares, count);
        };
    SDVariable values = graph.sameDiff().math.exp(squares.div(width).neg());
    return new SteinKernel(values, squares, width, count);
  }

  /** With it the kernel's sum over a code's n neighbours is near 1; n + 1 leaves n = 1 finite. */
  private static SDVariable medianWidth(Graph graph, SDVariable squares, SDVariable count) {
    return Median.ofPairs(graph, squares, count).div(graph.sameDiff().math.log1p(count));
  }
}
