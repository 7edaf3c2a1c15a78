package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the discretised logistic decoder. */
public record DiscretizedLogisticOptions(
    @Doc("the network from z to the location, and to the scale if that is per pixel")
        @Default("mlp")
        Network network,
    @Doc("where the scale s comes from") @Default("shared") Scale scale,
    @Doc("the start of the scale, where 1 is the distance from black to white")
        @Default("0.1")
        @Range(min = 1e-3, max = 10)
        double start,
    @Doc("what bounds the location") @Default("linear") Mean mean) {

  /** Where the scale comes from. */
  public enum Scale {
    @Doc("one s for all pixels, learned with the weights")
    SHARED,
    @Doc("an s for each pixel, from the network")
    PER_PIXEL
  }

  /** What bounds the location. */
  public enum Mean {
    @Doc("any number: beyond 0 and 1 the pixel is the surer black or white")
    LINEAR,
    @Doc("from 0 to 1")
    SIGMOID
  }
}
