package dev.elbow.plugin.network.conv;

import dev.elbow.spi.Activation;
import dev.elbow.spi.InputException;
import java.util.List;

/**
 * What a body and the given options add up to.
 *
 * @param filters of the convolutions, from the image inwards; not empty
 * @param kernel height and width; at least the stride
 * @param stride of every convolution
 * @param hidden dense layers, from the convolutions to the vector
 * @param down the nonlinearity from image to vector
 * @param up the nonlinearity from vector to image
 * @param batchNorm whether every hidden layer is normalised in front of its nonlinearity
 * @param finalConvolution whether the image is made by a convolution of stride 1
 * @param linearProjection whether the layer from the vector to the smallest image is a linear one
 */
record ConvSettings(
    List<Integer> filters,
    int kernel,
    int stride,
    List<Integer> hidden,
    Activation down,
    Activation up,
    boolean batchNorm,
    boolean finalConvolution,
    boolean linearProjection) {

  /**
   * The body's values, replaced by those that are given.
   *
   * @throws InputException if there is no filter, or the kernel is smaller than the stride
   */
  static ConvSettings of(ConvOptions options) {
    ConvSettings body = options.body().settings();
    ConvSettings settings =
        new ConvSettings(
            options.filters().orElse(body.filters),
            options.kernel().orElse(body.kernel),
            options.stride().orElse(body.stride),
            options.hidden().orElse(body.hidden),
            options.activation().orElse(body.down),
            options.activation().orElse(body.up),
            options.batchNorm().orElse(body.batchNorm),
            options.finalConvolution().orElse(body.finalConvolution),
            body.linearProjection);
    settings.requireUsable();
    return settings;
  }

  private void requireUsable() {
    if (filters.isEmpty()) {
      throw new InputException(
          "NETWORK-FILTERS",
          "expected at least one convolution in filters, found none",
          "",
          "Give filters such as [32, 64], or use {type: mlp}.");
    }
    if (kernel < stride) {
      throw new InputException(
          "NETWORK-KERNEL",
          "expected a kernel of at least the stride %d, found %d: pixels would go unseen"
              .formatted(stride, kernel),
          "",
          "Raise kernel to %d or more, or lower stride.".formatted(stride));
    }
  }

  ConvSettings withBatchNorm() {
    return new ConvSettings(
        filters, kernel, stride, hidden, down, up, true, finalConvolution, linearProjection);
  }

  ConvSettings withFinalConvolution() {
    return new ConvSettings(
        filters, kernel, stride, hidden, down, up, batchNorm, true, linearProjection);
  }

  ConvSettings withLinearProjection() {
    return new ConvSettings(
        filters, kernel, stride, hidden, down, up, batchNorm, finalConvolution, true);
  }
}
