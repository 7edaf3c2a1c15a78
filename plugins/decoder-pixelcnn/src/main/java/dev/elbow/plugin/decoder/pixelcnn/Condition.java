package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Graph;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** How z reaches the layers. */
interface Condition {

  /**
   * The sum that enters a layer's gates, with what z adds to it.
   *
   * @param graph in a scope of the layer's stack
   * @param index of the stack, from 0: two in each layer
   */
  Plane addTo(Plane sum, Graph graph, int index);

  /**
   * The same for every pixel.
   *
   * @param shifts {@code [batch, stacks x gates]}
   */
  static Condition everywhere(SDVariable shifts) {
    return (sum, graph, index) -> {
      int gates = sum.channels();
      SDVariable own = graph.columns(shifts, index * gates, (index + 1) * gates);
      SDVariable shift = graph.sameDiff().reshape(own, -1, 1, 1, gates);
      return sum.withImage(sum.image().add(shift), gates);
    };
  }

  /** An image of features, from which each pixel gets its own. */
  static Condition byPixel(Plane features, Frame frame) {
    return (sum, graph, index) -> {
      Plane own = frame.matching(features, sum);
      int gates = sum.channels();
      Plane shift = Weights.pixelwiseWithBias(graph, "condition", own, gates, Optional.empty());
      return sum.withRows(sum.rows().add(shift.rows()), gates);
    };
  }
}
