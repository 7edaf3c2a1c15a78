package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;

/** An exponential moving average of the weights, which evaluation and sampling use. */
@Shorthand("decay")
public record AveragingOptions(
    @Doc("the part of the average that a step keeps")
        @Default("0.999")
        @Range(min = 0, max = 1, maxExclusive = true)
        double decay,
    @Doc("keep no more than (1 + t) / (10 + t) at step t, so that the first weights fade sooner")
        @Default("true")
        boolean warmup) {

  /**
   * What a step keeps of the average.
   *
   * @param step number of earlier steps
   */
  public double at(long step) {
    return warmup ? Math.min(decay, (1.0 + step) / (10.0 + step)) : decay;
  }
}
