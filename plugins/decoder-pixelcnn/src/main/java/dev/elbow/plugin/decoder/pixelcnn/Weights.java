package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/** Linear maps of planes, with weights uniform within +-1/sqrt(fan in) at the start, no bias. */
final class Weights {
  private Weights() {}

  /** A convolution that stays within the plane: its height and width shrink. */
  static Plane convolution(
      Graph graph, String name, Plane plane, int height, int width, int outputs) {
    if (height == 1 && width == 1) {
      return pixelwise(graph, name, plane, outputs, Optional.empty());
    }
    int inputs = plane.channels();
    Initializer start = Initializer.uniformFanIn((long) height * width * inputs);
    SDVariable weight =
        graph.scope(name).parameter("weight", start, height, width, inputs, outputs);
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(height)
            .kW(width)
            .paddingMode(PaddingMode.VALID)
            .dataFormat(Conv2DConfig.NHWC)
            .build();
    SDVariable result = graph.sameDiff().cnn.conv2d(plane.image(), weight, config);
    return Plane.ofImage(result, plane.height() - height + 1, plane.width() - width + 1, outputs);
  }

  /**
   * A matrix applied to each pixel: a convolution of 1 x 1, which ND4J's matrix product computes
   * faster than its convolution.
   *
   * @param mask {@code [inputs, outputs]} of the weights that exist
   */
  static Plane pixelwise(
      Graph graph, String name, Plane plane, int outputs, Optional<INDArray> mask) {
    Graph scope = graph.scope(name);
    int inputs = plane.channels();
    Initializer start = Initializer.uniformFanIn(inputs);
    SDVariable weight = scope.parameter("weight", start, inputs, outputs);
    SDVariable masked = mask.map(m -> weight.mul(scope.constant("mask", m))).orElse(weight);
    return plane.withRows(graph.product(plane.rows(), masked, inputs), outputs);
  }

  /** The same with a bias. */
  static Plane pixelwiseWithBias(
      Graph graph, String name, Plane plane, int outputs, Optional<INDArray> mask) {
    Initializer start = Initializer.uniformFanIn(plane.channels());
    SDVariable bias = graph.scope(name).parameter("bias", start, 1, outputs);
    Plane linear = pixelwise(graph, name, plane, outputs, mask);
    return linear.withRows(linear.rows().add(bias), outputs);
  }
}
