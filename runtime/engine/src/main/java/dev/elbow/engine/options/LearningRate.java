package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;

/** The learning rate over the epochs. */
@Shorthand("value")
public record LearningRate(
    @Doc("the learning rate") @Default("1.0e-3") @Range(min = 0, minExclusive = true) double value,
    @Doc("how it changes") @Default("constant") Shape schedule,
    @Doc("epochs of a linear rise from 0 at the start") @Default("0.0") @Range(min = 0)
        double warmup,
    @Doc("the factor after each period of an exponential schedule, or the last fraction of cosine")
        @Default("0.1")
        @Range(min = 0, max = 1)
        double decay,
    @Doc("epochs of a period of the step and exponential schedules")
        @Default("10.0")
        @Range(min = 0, minExclusive = true)
        double period) {

  /** How the learning rate changes after the warm-up. */
  public enum Shape {
    @Doc("not at all")
    CONSTANT,
    @Doc("times decay after each period, at once")
    STEP,
    @Doc("times decay over each period, smoothly")
    EXPONENTIAL,
    @Doc("half a cosine from the value to decay times the value, over all epochs")
    COSINE
  }

  /**
   * The rate after so many epochs.
   *
   * @param epoch completed epochs, fractions included
   * @param epochs of the whole training
   */
  public double at(double epoch, int epochs) {
    double rise = warmup > 0 ? Math.min(1, epoch / warmup) : 1;
    double factor =
        switch (schedule) {
          case CONSTANT -> 1;
          case STEP -> Math.pow(decay, Math.floor(epoch / period));
          case EXPONENTIAL -> Math.pow(decay, epoch / period);
          case COSINE -> decay + (1 - decay) * 0.5 * (1 + Math.cos(Math.PI * epoch / epochs));
        };
    return value * rise * factor;
  }
}
