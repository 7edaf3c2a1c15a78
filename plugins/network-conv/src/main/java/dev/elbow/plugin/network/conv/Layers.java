package dev.elbow.plugin.network.conv;

import dev.elbow.spi.Activation;
import dev.elbow.spi.Convolution;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Hidden layers: affine, normalised if wanted, nonlinear. A layer that is normalised has no bias,
 * which the normalisation would subtract again.
 *
 * @param graph in the network's scope
 * @param activation of each layer
 * @param batchNorm whether to normalise
 * @param momentum of the running statistics
 * @param epsilon added to the variance
 */
record Layers(
    Graph graph, Activation activation, boolean batchNorm, double momentum, double epsilon) {

  /** {@code [batch, inputs]} to {@code [batch, outputs]}. */
  SDVariable dense(String name, SDVariable x, int inputs, int outputs) {
    if (!batchNorm) {
      return activation.apply(graph, graph.linear(name, x, inputs, outputs));
    }
    Initializer start = Initializer.uniformFanIn(inputs);
    SDVariable weight = graph.scope(name).parameter("weight", start, inputs, outputs);
    SDVariable product = graph.product(x, weight, inputs);
    SDVariable pixels = image(product, new DataShape(outputs, 1, 1));
    return activation.apply(graph, rows(normalized(name, pixels, outputs), outputs));
  }

  /** An image to an image. */
  SDVariable convolution(String name, SDVariable x, Convolution convolution) {
    if (!batchNorm) {
      return activation.apply(graph, graph.convolution(name, x, convolution));
    }
    SDVariable y = graph.convolution(name, x, convolution.withoutBias());
    return activation.apply(graph, normalized(name, y, convolution.to().channels()));
  }

  private SDVariable normalized(String name, SDVariable x, int channels) {
    return graph.batchNormalization(name + "-norm", x, channels, momentum, epsilon);
  }

  /** {@code [batch, features]} as {@code [batch, channels, height, width]}. */
  SDVariable image(SDVariable rows, DataShape shape) {
    return graph.sameDiff().reshape(rows, -1, shape.channels(), shape.height(), shape.width());
  }

  /** {@code [batch, channels, height, width]} as {@code [batch, features]}. */
  SDVariable rows(SDVariable image, int features) {
    return graph.sameDiff().reshape(image, -1, features);
  }
}
