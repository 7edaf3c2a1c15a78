package dev.elbow.plugin.network.conv;

import dev.elbow.spi.Activation;
import dev.elbow.spi.Convolution;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Strided convolutions from an image to a vector, and their transposes from a vector to an image.
 *
 * <pre>
 * image to vector: h_0 = x, h_i = a(w_i * h_(i-1) + b_i), then dense layers, the last one linear
 * vector to image: dense layers, the smallest image, transposed convolutions, the last one linear
 * </pre>
 *
 * <p>Going down, each size becomes ceil(size / stride); going up, the same sizes are passed
 * backwards, so that the image is met exactly whatever its size: 28 x 28, 14 x 14, 7 x 7, 4 x 4.
 *
 * <p>Shapes: {@code [batch, channels x height x width]} on one side, {@code [batch, n]} on the
 * other.
 */
final class ConvNetwork implements Network {
  private final ConvSettings settings;
  private final double momentum;
  private final double epsilon;

  ConvNetwork(ConvOptions options) {
    this.settings = ConvSettings.of(options);
    this.momentum = options.momentum();
    this.epsilon = options.epsilon();
  }

  @Override
  public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
    if (from.isVector() == to.isVector()) {
      throw new InputException(
          "NETWORK-SHAPE",
          "a conv network maps an image (channels x height x width) to a vector or a vector to an"
              + " image, found %s to %s".formatted(from, to),
          "",
          "Use {type: mlp} here.");
    }
    return to.isVector() ? down(graph, input, from, to) : up(graph, input, from, to);
  }

  private SDVariable down(Graph graph, SDVariable input, DataShape from, DataShape to) {
    Layers layers = layers(graph, settings.down());
    SDVariable image = layers.image(input, from);
    List<DataShape> shapes = pyramid(from);
    for (int i = 0; i < settings.filters().size(); i++) {
      Convolution convolution =
          new Convolution(
              shapes.get(i), shapes.get(i + 1), settings.kernel(), settings.stride(), false, true);
      image = layers.convolution("convolution-" + i, image, convolution);
    }
    int width = shapes.get(shapes.size() - 1).features();
    SDVariable hidden = layers.rows(image, width);
    for (int i = 0; i < settings.hidden().size(); i++) {
      int next = settings.hidden().get(i);
      hidden = layers.dense("hidden-" + i, hidden, width, next);
      width = next;
    }
    return graph.linear("output", hidden, width, to.features());
  }

  private SDVariable up(Graph graph, SDVariable input, DataShape from, DataShape to) {
    Layers layers = layers(graph, settings.up());
    SDVariable hidden = input;
    int width = from.features();
    for (int i = settings.hidden().size() - 1; i >= 0; i--) {
      int next = settings.hidden().get(i);
      hidden = layers.dense("hidden-" + i, hidden, width, next);
      width = next;
    }
    List<DataShape> shapes = pyramid(to);
    DataShape smallest = shapes.get(shapes.size() - 1);
    SDVariable projected =
        settings.linearProjection()
            ? graph.linear("projection", hidden, width, smallest.features())
            : layers.dense("projection", hidden, width, smallest.features());
    return layers.rows(enlarged(layers, layers.image(projected, smallest), shapes), to.features());
  }

  private SDVariable enlarged(Layers layers, SDVariable smallest, List<DataShape> shapes) {
    SDVariable image = smallest;
    for (int i = settings.filters().size() - 1; i > 0; i--) {
      Convolution step = transpose(shapes.get(i + 1), shapes.get(i));
      image = layers.convolution("transposed-" + i, image, step);
    }
    DataShape to = shapes.get(0);
    if (!settings.finalConvolution()) {
      return layers.graph().convolution("output", image, transpose(shapes.get(1), to));
    }
    DataShape wide = new DataShape(settings.filters().get(0), to.height(), to.width());
    image = layers.convolution("transposed-0", image, transpose(shapes.get(1), wide));
    Convolution last = Convolution.strided(wide, to.channels(), settings.kernel(), 1);
    return layers.graph().convolution("output", image, last);
  }

  private Convolution transpose(DataShape from, DataShape to) {
    return Convolution.transpose(from, to, settings.kernel(), settings.stride());
  }

  /** The image and what each convolution makes of it. */
  private List<DataShape> pyramid(DataShape image) {
    List<DataShape> shapes = new ArrayList<>(List.of(image));
    for (int filters : settings.filters()) {
      DataShape last = shapes.get(shapes.size() - 1);
      shapes.add(Convolution.strided(last, filters, settings.kernel(), settings.stride()).to());
    }
    return shapes;
  }

  private Layers layers(Graph graph, Activation activation) {
    return new Layers(graph, activation, settings.batchNorm(), momentum, epsilon);
  }
}
