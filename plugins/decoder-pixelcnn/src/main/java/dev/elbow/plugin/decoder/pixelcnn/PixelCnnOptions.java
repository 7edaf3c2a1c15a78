package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.Optional;

/** Options of the PixelCNN decoder. */
public record PixelCnnOptions(
    @Doc("the distribution of a pixel given z and the pixels before it") @Default("bernoulli")
        Likelihood likelihood,
    @Doc("the masked layers, the first one included") @Default("5") @Range(min = 1) int layers,
    @Doc("the features of each layer") @Default("32") @Range(min = 1) int filters,
    @Doc("height and width of the first layer's window, an odd number")
        @Default("7")
        @Range(min = 3)
        int firstKernel,
    @Doc("height and width of the later layers' windows, an odd number")
        @Default("3")
        @Range(min = 3)
        int kernel,
    @Doc(
            "a network from z to an image of features that the layers see; z shifts each layer if none")
        Optional<Network> network,
    @Doc("the features of a pixel in that image") @Default("8") @Range(min = 1) int maps) {

  /** The distribution of a pixel. */
  public enum Likelihood {
    @Doc("0 or 1")
    BERNOULLI,
    @Doc("one of the 256 grey values 0, 1/255, ..., 1")
    CATEGORICAL
  }
}
