package dev.elbow.benchmarks.samediff;

import dev.elbow.benchmarks.cases.Layer;
import dev.elbow.runs.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** Layers of a graph whose variables have Elbow's names and shapes. */
final class Layers {
  private final SameDiff sd;
  private final Map<String, Tensor> first;
  private final Map<String, SDVariable> variables = new TreeMap<>();

  /**
   * @param first values of the variables
   */
  Layers(SameDiff sd, Map<String, Tensor> first) {
    this.sd = sd;
    this.first = first;
  }

  /** The variable of this name, made if need be. */
  SDVariable variable(String name) {
    return variables.computeIfAbsent(name, this::made);
  }

  private SDVariable made(String name) {
    Tensor tensor = first.get(name);
    return sd.var(name, Nd4j.create(tensor.data(), tensor.shape(), 'c'));
  }

  SDVariable apply(List<Layer> layers, SDVariable x) {
    SDVariable h = x;
    boolean image = false;
    for (Layer layer : layers) {
      boolean dense = layer.kind() == Layer.Kind.DENSE;
      h = activated(layer, affine(layer, image && dense ? rows(h, layer.from()) : h));
      image = !dense;
    }
    return h;
  }

  private SDVariable activated(Layer layer, SDVariable x) {
    return switch (layer.activation()) {
      case NONE -> x;
      case RELU -> sd.nn.relu(x, 0);
      case LEAKY_RELU -> sd.nn.leakyRelu(x, 0.01);
    };
  }

  private SDVariable affine(Layer layer, SDVariable x) {
    SDVariable weight = variable(layer.name() + "/weight");
    SDVariable bias = variable(layer.name() + "/bias");
    return switch (layer.kind()) {
      case DENSE -> x.mmul(weight).add(bias);
      case CONVOLUTION -> sd.cnn.conv2d(image(layer, x), weight, bias, convolution());
      case TRANSPOSED -> sd.cnn.deconv2d(image(layer, x), weight, bias, transposed());
    };
  }

  private SDVariable rows(SDVariable x, int width) {
    return sd.reshape(x, -1, width);
  }

  private SDVariable image(Layer layer, SDVariable x) {
    return sd.reshape(x, -1, layer.from(), layer.sideBefore(), layer.sideBefore());
  }

  private static Conv2DConfig convolution() {
    return Conv2DConfig.builder()
        .kH(Layer.KERNEL)
        .kW(Layer.KERNEL)
        .sH(Layer.STRIDE)
        .sW(Layer.STRIDE)
        .pH(Layer.PADDING)
        .pW(Layer.PADDING)
        .build();
  }

  private static DeConv2DConfig transposed() {
    return DeConv2DConfig.builder()
        .kH(Layer.KERNEL)
        .kW(Layer.KERNEL)
        .sH(Layer.STRIDE)
        .sW(Layer.STRIDE)
        .pH(Layer.PADDING)
        .pW(Layer.PADDING)
        .build();
  }
}
