package dev.elbow.plugin.network.conv;

import dev.elbow.spi.Activation;
import dev.elbow.spi.option.Doc;
import java.util.List;

/**
 * Ready bodies: the values of the options that a configuration leaves out.
 *
 * <p>A body is used in both directions. In every body the slope of the leaky relu is {@link
 * Activation#LEAKY_RELU}'s, the padding is zeros to {@code ceil(size / stride)}, and the last layer
 * is linear, because the decoder's likelihood or the posterior bounds what it needs.
 */
public enum ConvBody {
  /** Small, quick, without batch normalisation. */
  @Doc("filters [32, 64], kernel 4, stride 2, hidden [256], relu: a start for bodies of one's own")
  CUSTOM(settings(List.of(32, 64), 4, List.of(256), Activation.RELU, Activation.RELU)),

  /**
   * The body of the VAE tutorial's sample implementation: 3 x 3 convolutions of stride 2, each with
   * batch normalisation and a leaky relu, up to 512 channels. Its decoder puts neither in front of
   * the first transposed convolution, keeps 32 channels to the full size and ends in a 3 x 3
   * convolution of stride 1. It was made for 64 x 64 pixels, where it reaches 2 x 2.
   */
  @Doc(
      "the VAE tutorial's: filters [32, 64, 128, 256, 512], kernel 3, stride 2, no hidden layers,"
          + " leaky-relu, batchNorm, finalConvolution")
  VANILLA_VAE(
      settings(
              List.of(32, 64, 128, 256, 512),
              3,
              List.of(),
              Activation.LEAKY_RELU,
              Activation.LEAKY_RELU)
          .withBatchNorm()
          .withFinalConvolution()
          .withLinearProjection()),

  /**
   * The body of the InfoVAE authors' small script, in the manner of DCGAN (Radford et al., 2015)
   * but without batch normalisation: 4 x 4 convolutions of stride 2 with 64 and 128 filters, a
   * dense layer of 1024, all with leaky relus; in the decoder the mirror image with relus. The
   * paper itself names DCGAN's encoder and no numbers.
   */
  @Doc(
      "the InfoVAE script's: filters [64, 128], kernel 4, stride 2, hidden [1024]; leaky-relu from"
          + " image to vector, relu from vector to image")
  INFO_VAE(settings(List.of(64, 128), 4, List.of(1024), Activation.LEAKY_RELU, Activation.RELU)),

  /**
   * The convolutional body of the rho-VAE paper: 4 x 4 convolutions of stride 2 with 64 and 128
   * filters and a dense layer of 1024, all with elu; the decoder mirrors it. The published code
   * differs in three ways: it pads its convolutions by 15 pixels, so that 28 x 28 pixels stay and
   * the dense layer has 103 million weights; it has one such layer for the mean and one for the
   * rest; and the decoder's first transposed convolution has a relu. Here the sizes are halved, as
   * its decoder doubles them.
   */
  @Doc("the rho-VAE paper's: filters [64, 128], kernel 4, stride 2, hidden [1024], elu")
  RHO_VAE(settings(List.of(64, 128), 4, List.of(1024), Activation.ELU, Activation.ELU));

  private final ConvSettings settings;

  ConvBody(ConvSettings settings) {
    this.settings = settings;
  }

  ConvSettings settings() {
    return settings;
  }

  private static ConvSettings settings(
      List<Integer> filters, int kernel, List<Integer> hidden, Activation down, Activation up) {
    return new ConvSettings(filters, kernel, 2, hidden, down, up, false, false, false);
  }
}
