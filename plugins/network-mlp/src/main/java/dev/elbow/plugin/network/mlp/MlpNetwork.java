package dev.elbow.plugin.network.mlp;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * h_0 = x, h_i = a(h_(i-1) W_i + b_i), output o(h_n W + b): dense layers, the last one linear
 * unless it is given a nonlinearity too.
 *
 * <p>Weights and biases start uniform within +-1/sqrt(inputs).
 */
final class MlpNetwork implements Network {
  private final MlpOptions options;

  MlpNetwork(MlpOptions options) {
    this.options = options;
  }

  @Override
  public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
    SDVariable hidden = input;
    int width = from.features();
    for (int i = 0; i < options.hidden().size(); i++) {
      int next = options.hidden().get(i);
      SDVariable affine = graph.linear("hidden-" + i, hidden, width, next);
      hidden = options.activation().apply(graph, affine);
      width = next;
    }
    return options.output().apply(graph, graph.linear("output", hidden, width, to.features()));
  }
}
