package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;

/** A weight over the epochs. */
@Shorthand("value")
public record Schedule(
    @Doc("the weight, once the warm-up is over") @Default("1.0") double value,
    @Doc("how the weight gets there") @Default("constant") Shape schedule,
    @Doc("the weight at the start of a warm-up") @Default("0.0") double from,
    @Doc("epochs of a linear warm-up, or of one cycle")
        @Default("10.0")
        @Range(min = 0, minExclusive = true)
        double epochs,
    @Doc("the part of a cycle in which the weight rises")
        @Default("0.5")
        @Range(min = 0, minExclusive = true, max = 1)
        double rise) {

  /** How a weight changes. */
  public enum Shape {
    @Doc("always the value")
    CONSTANT,
    @Doc("linear from the first weight to the value, then constant")
    LINEAR,
    @Doc("linear rise, then constant, again in each cycle (Fu et al., 2019)")
    CYCLICAL
  }

  /** A constant weight. */
  public static Schedule constant(double value) {
    return new Schedule(value, Shape.CONSTANT, 0, 10, 0.5);
  }

  /** The weight after so many epochs, fractions included. */
  public double at(double epoch) {
    return switch (schedule) {
      case CONSTANT -> value;
      case LINEAR -> between(epoch / epochs);
      case CYCLICAL -> between(epoch % epochs / epochs / rise);
    };
  }

  private double between(double progress) {
    return from + (value - from) * Math.min(1, progress);
  }
}
