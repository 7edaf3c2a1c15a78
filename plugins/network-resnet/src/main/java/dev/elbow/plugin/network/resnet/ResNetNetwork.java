package dev.elbow.plugin.network.resnet;

import dev.elbow.spi.Convolution;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Residual blocks with the nonlinearity in front of the convolutions.
 *
 * <pre>
 * image to vector: a 3 x 3 convolution, the stages, a nonlinearity, a dense layer
 * vector to image: a dense layer, the stages backwards, a nonlinearity, a 3 x 3 convolution
 * </pre>
 *
 * <p>The first block of a stage halves the size, rounded up; going up, the last block of a stage
 * doubles it to exactly the size that the way down had. The other blocks keep it.
 *
 * <p>Shapes: {@code [batch, channels x height x width]} on one side, {@code [batch, n]} on the
 * other.
 *
 * <p>Source: He, Zhang, Ren and Sun, Identity Mappings in Deep Residual Networks, 2016.
 */
final class ResNetNetwork implements Network {
  private final ResNetOptions options;

  ResNetNetwork(ResNetOptions options) {
    this.options = options;
  }

  @Override
  public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
    if (from.isVector() == to.isVector()) {
      throw new InputException(
          "NETWORK-SHAPE",
          "a resnet maps an image (channels x height x width) to a vector or a vector to an image,"
              + " found %s to %s".formatted(from, to),
          "",
          "Use {type: mlp} here.");
    }
    return to.isVector() ? down(graph, input, from, to) : up(graph, input, from, to);
  }

  private SDVariable down(Graph graph, SDVariable input, DataShape from, DataShape to) {
    List<DataShape> shapes = pyramid(from);
    Convolution stem = Convolution.strided(from, options.filters().get(0), 3, 1);
    Blocks blocks = new Blocks(graph, options);
    SDVariable image = blocks.convolution("stem", image(input, from), stem);
    for (int stage = 0; stage < options.filters().size(); stage++) {
      DataShape small = shapes.get(stage + 1);
      image = blocks.down(name(stage, 0), image, shapes.get(stage), small);
      for (int block = 1; block < options.blocks(); block++) {
        image = blocks.same(name(stage, block), image, small);
      }
    }
    DataShape smallest = shapes.get(shapes.size() - 1);
    SDVariable last = blocks.activated("last", image, smallest);
    SDVariable rows = graph.sameDiff().reshape(last, -1, smallest.features());
    return graph.linear("output", rows, smallest.features(), to.features());
  }

  private SDVariable up(Graph graph, SDVariable input, DataShape from, DataShape to) {
    List<DataShape> shapes = pyramid(to);
    Blocks blocks = new Blocks(graph, options);
    DataShape smallest = shapes.get(shapes.size() - 1);
    SDVariable image =
        image(blocks.projection("projection", input, from.features(), smallest), smallest);
    for (int stage = options.filters().size() - 1; stage >= 0; stage--) {
      DataShape small = shapes.get(stage + 1);
      for (int block = options.blocks() - 1; block > 0; block--) {
        image = blocks.same(name(stage, block), image, small);
      }
      image = blocks.up(name(stage, 0), image, small, shapes.get(stage));
    }
    SDVariable last = blocks.activated("last", image, shapes.get(0));
    Convolution toImage = Convolution.strided(shapes.get(0), to.channels(), 3, 1);
    SDVariable made = graph.convolution("output", last, toImage);
    return graph.sameDiff().reshape(made, -1, to.features());
  }

  private static String name(int stage, int block) {
    return "stage-" + stage + "-block-" + block;
  }

  private static SDVariable image(SDVariable rows, DataShape shape) {
    return rows.getSameDiff().reshape(rows, -1, shape.channels(), shape.height(), shape.width());
  }

  /** What enters the first stage and what each stage makes of it. */
  private List<DataShape> pyramid(DataShape image) {
    DataShape first = new DataShape(options.filters().get(0), image.height(), image.width());
    List<DataShape> shapes = new ArrayList<>(List.of(first));
    for (int filters : options.filters()) {
      shapes.add(Convolution.strided(shapes.get(shapes.size() - 1), filters, 3, 2).to());
    }
    return shapes;
  }
}
