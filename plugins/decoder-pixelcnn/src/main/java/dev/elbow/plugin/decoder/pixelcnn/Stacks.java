package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.plugin.decoder.pixelcnn.GatedLayer.Features;
import dev.elbow.spi.Activation;
import dev.elbow.spi.Graph;

/**
 * The network from an image to the logits of each pixel given the ones before it in raster order:
 * gated layers, then {@code W_2 relu(W_1 relu(h) + b_1) + b_2} of the horizontal stack's h.
 */
final class Stacks {
  private final PixelCnnOptions options;
  private final ChannelOrder order;
  private final int levels;
  private final int first;
  private final int later;

  /**
   * @param levels logits of each channel
   */
  Stacks(PixelCnnOptions options, ChannelOrder order, int levels) {
    this.options = options;
    this.order = order;
    this.levels = levels;
    this.first = options.firstKernel() / 2;
    this.later = options.kernel() / 2;
  }

  /** How many pixels above, to the left and to the right a pixel may depend on. */
  int reach() {
    return first + reachAfter(0);
  }

  private int reachAfter(int layer) {
    return (options.layers() - 1 - layer) * later;
  }

  /**
   * The logits of the frame's pixels, grouped by channel.
   *
   * @param image covered by the frame
   */
  Plane logits(Graph graph, Frame frame, Plane image, Condition condition) {
    Features features = layer(graph, frame, condition, 0).first(image, first);
    for (int i = 1; i < options.layers(); i++) {
      features = layer(graph, frame, condition, i).next(features, later);
    }
    return head(graph, features.horizontal());
  }

  private GatedLayer layer(Graph graph, Frame frame, Condition condition, int index) {
    Graph scope = graph.scope("layer-" + index);
    return new GatedLayer(
        scope, frame, condition, order, options.filters(), index, reachAfter(index));
  }

  private Plane head(Graph graph, Plane features) {
    int filters = options.filters();
    Plane hidden =
        Weights.pixelwiseWithBias(
            graph, "hidden", relu(graph, features), filters, order.features(filters));
    return Weights.pixelwiseWithBias(
        graph,
        "output",
        relu(graph, hidden),
        order.channels() * levels,
        order.featuresToLogits(filters, levels));
  }

  private static Plane relu(Graph graph, Plane plane) {
    return plane.withRows(Activation.RELU.apply(graph, plane.rows()), plane.channels());
  }
}
