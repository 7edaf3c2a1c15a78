package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The squared distances of a batch.
 *
 * @param squares {@code [3, batch, batch]}: among codes, among prior samples, from codes to prior
 *     samples
 * @param batch the number of codes, a scalar
 */
record Pairs(SDVariable squares, SDVariable batch) {

  static Pairs of(Graph graph, SDVariable codes, SDVariable samples, int latent) {
    SDVariable squares =
        graph
            .sameDiff()
            .stack(
                0,
                SquaredDistances.within(graph, codes, latent),
                SquaredDistances.within(graph, samples, latent),
                SquaredDistances.between(graph, codes, samples, latent));
    SDVariable size = graph.sameDiff().size(codes).castTo(graph.dataType());
    return new Pairs(squares, size.div(latent));
  }
}
