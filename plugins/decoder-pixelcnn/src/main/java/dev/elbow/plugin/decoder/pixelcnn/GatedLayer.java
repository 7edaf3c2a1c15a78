package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Graph;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer of the vertical stack v and the horizontal stack h, with c from z:
 *
 * <pre>
 * a = W_v * above + c_v                            v' = gate(a)
 * b = W_l * left + W_h here + W_a a + c_h          h' = h + W_r gate(b)
 * gate(a) = tanh(a_1) sigmoid(a_2),                a_1 and a_2 the halves of a's channels
 * </pre>
 *
 * <p>v of a pixel knows the rows above it: the first window ends in the row before, the later ones
 * in the pixel's own row, where v knows no more. h knows v and the pixels to the left: together all
 * that come before, without the blind spot of a single masked stack. The first layer sees the
 * image; it has no weight for the pixel itself (mask A) but for the channels that come before, and
 * nothing to add to. The later ones do (mask B).
 *
 * <p>Source: van den Oord et al., Conditional Image Generation with PixelCNN Decoders, 2016.
 */
final class GatedLayer {
  private final Graph graph;
  private final Frame frame;
  private final Condition condition;
  private final ChannelOrder order;
  private final int filters;
  private final int index;
  private final int reach;

  /** What a layer gives the next one, of {@code filters} channels each. */
  record Features(Plane vertical, Plane horizontal) {}

  /**
   * @param graph in the layer's scope
   * @param index of the layer
   * @param reach how far the layers after this one look
   */
  GatedLayer(
      Graph graph,
      Frame frame,
      Condition condition,
      ChannelOrder order,
      int filters,
      int index,
      int reach) {
    this.graph = graph;
    this.frame = frame;
    this.condition = condition;
    this.order = order;
    this.filters = filters;
    this.index = index;
    this.reach = reach;
  }

  /**
   * The first layer.
   *
   * @param side pixels from a window's middle to its border
   */
  Features first(Plane image, int side) {
    Plane window = frame.padded(image, side, side, side);
    Plane above = convolution("above", window, side, 2 * side + 1);
    Plane vertical = vertical(above.part(0, 0, above.height() - 1, above.width()));
    Plane row = frame.beside(image, reach + side);
    Plane sum = left(row, side);
    if (order.hasSeveral()) {
      sum = plus(sum, here(row, Optional.of(order.imageToGates(filters))));
    }
    return new Features(gated(vertical), residual(sum, vertical));
  }

  /**
   * A later layer.
   *
   * @param side pixels from a window's middle to its border
   */
  Features next(Features features, int side) {
    Plane window = frame.padded(features.vertical(), side, side, side);
    Plane vertical = vertical(convolution("above", window, side + 1, 2 * side + 1));
    Plane row = features.horizontal();
    Plane sum = plus(left(row, side), here(row, order.featuresToGates(filters)));
    Plane added = residual(sum, vertical);
    return new Features(gated(vertical), plus(added, frame.beside(row, reach)));
  }

  private Plane vertical(Plane sum) {
    return condition.addTo(sum, graph.scope("vertical"), 2 * index);
  }

  /** The pixels strictly to the left. The window over the last ones would be the next pixel's. */
  private Plane left(Plane row, int side) {
    Plane sums = convolution("left", frame.padded(row, 0, side, 0), 1, side);
    return sums.part(0, 0, sums.height(), sums.width() - 1);
  }

  private Plane here(Plane row, Optional<INDArray> mask) {
    return Weights.pixelwise(graph, "here", frame.beside(row, reach), 2 * filters, mask);
  }

  private Plane residual(Plane sum, Plane vertical) {
    Plane link =
        Weights.pixelwise(
            graph, "link", frame.beside(vertical, reach), 2 * filters, Optional.empty());
    Plane gates = condition.addTo(plus(sum, link), graph.scope("horizontal"), 2 * index + 1);
    Plane gated = gated(gates);
    return frame.inside(
        Weights.pixelwise(graph, "residual", gated, filters, order.features(filters)));
  }

  private Plane convolution(String name, Plane plane, int height, int width) {
    return Weights.convolution(graph, name, plane, height, width, 2 * filters);
  }

  private static Plane plus(Plane a, Plane b) {
    return a.withRows(a.rows().add(b.rows()), a.channels());
  }

  private Plane gated(Plane gates) {
    SDVariable activation = graph.columns(gates.rows(), 0, filters);
    SDVariable gate = graph.columns(gates.rows(), filters, 2 * filters);
    SDVariable product =
        graph.sameDiff().math.tanh(activation).mul(graph.sameDiff().nn.sigmoid(gate));
    return frame.inside(gates.withRows(product, filters));
  }
}
