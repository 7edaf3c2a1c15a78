package dev.elbow.plugin.network.resnet;

import dev.elbow.spi.Convolution;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Residual blocks: {@code y = shortcut + w_2 * a(w_1 * a(x))}, with a normalisation in front of
 * each nonlinearity a if wanted.
 *
 * <p>Where size or channels change, the shortcut is a 1 x 1 convolution of a(x); otherwise it is x.
 * With normalisation convolutions have no bias: it would run through all shortcuts and be
 * subtracted by the last normalisation.
 */
final class Blocks {
  private final Graph graph;
  private final ResNetOptions options;

  Blocks(Graph graph, ResNetOptions options) {
    this.graph = graph;
    this.options = options;
  }

  /** A block that keeps the shape. */
  SDVariable same(String name, SDVariable x, DataShape shape) {
    SDVariable active = activated(name + "-1", x, shape);
    return x.add(residual(name, active, Convolution.strided(shape, shape.channels(), 3, 1)));
  }

  /** A block whose convolutions step by 2. */
  SDVariable down(String name, SDVariable x, DataShape from, DataShape to) {
    SDVariable active = activated(name + "-1", x, from);
    Convolution direct = Convolution.strided(from, to.channels(), 1, 2);
    SDVariable shortcut = convolution(name + "-shortcut", active, direct);
    return shortcut.add(residual(name, active, Convolution.strided(from, to.channels(), 3, 2)));
  }

  /**
   * A block that repeats each pixel in a square of 4. The shortcut's 1 x 1 convolution is done
   * before, where it is the same at a quarter of the work.
   */
  SDVariable up(String name, SDVariable x, DataShape from, DataShape to) {
    SDVariable active = activated(name + "-1", x, from);
    Convolution direct = Convolution.strided(from, to.channels(), 1, 1);
    SDVariable shortcut = enlarged(convolution(name + "-shortcut", active, direct), to);
    DataShape wide = new DataShape(from.channels(), to.height(), to.width());
    Convolution first = Convolution.strided(wide, to.channels(), 3, 1);
    return shortcut.add(residual(name, enlarged(active, wide), first));
  }

  private SDVariable residual(String name, SDVariable active, Convolution first) {
    DataShape to = first.to();
    SDVariable inner = convolution(name + "-convolution-1", active, first);
    SDVariable again = activated(name + "-2", inner, to);
    Convolution second = Convolution.strided(to, to.channels(), 3, 1);
    return convolution(name + "-convolution-2", again, second);
  }

  /** The nearest pixel of half the size; one of an odd size's last pair is cut off. */
  private SDVariable enlarged(SDVariable x, DataShape to) {
    SDVariable doubled = graph.sameDiff().cnn.upsampling2d(x, 2, 2, true);
    if (to.height() % 2 == 0 && to.width() % 2 == 0) {
      return doubled;
    }
    int[] extents = {-1, to.channels(), to.height(), to.width()};
    return graph.sameDiff().slice(doubled, new int[] {0, 0, 0, 0}, extents);
  }

  /** The nonlinearity, normalised before. */
  SDVariable activated(String name, SDVariable x, DataShape shape) {
    SDVariable input =
        options.batchNorm()
            ? graph.batchNormalization(
                name + "-norm", x, shape.channels(), options.momentum(), options.epsilon())
            : x;
    return options.activation().apply(graph, input);
  }

  /** A convolution inside the network. */
  SDVariable convolution(String name, SDVariable x, Convolution convolution) {
    boolean bias = !options.batchNorm();
    return graph.convolution(name, x, bias ? convolution : convolution.withoutBias());
  }

  /**
   * The dense layer before the smallest image. A single pixel's bias is a channel's, so that a
   * normalisation would subtract it.
   */
  SDVariable projection(String name, SDVariable x, int inputs, DataShape to) {
    if (!options.batchNorm() || to.height() * to.width() > 1) {
      return graph.linear(name, x, inputs, to.features());
    }
    Initializer start = Initializer.uniformFanIn(inputs);
    SDVariable weight = graph.scope(name).parameter("weight", start, inputs, to.features());
    return graph.product(x, weight, inputs);
  }
}
