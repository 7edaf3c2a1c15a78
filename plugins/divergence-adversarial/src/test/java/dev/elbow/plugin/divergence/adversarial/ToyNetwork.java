package dev.elbow.plugin.divergence.adversarial;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import org.nd4j.autodiff.samediff.SDVariable;

/** Two discriminators: T(z) = w.z + b, and one hidden layer. */
enum ToyNetwork implements Network {
  LINEAR {
    @Override
    public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
      return graph.linear("output", input, from.features(), to.features());
    }
  },
  HIDDEN {
    @Override
    public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
      SDVariable hidden = graph.linear("hidden", input, from.features(), WIDTH);
      return graph.linear("output", graph.sameDiff().math.tanh(hidden), WIDTH, to.features());
    }
  };

  private static final int WIDTH = 5;
}
