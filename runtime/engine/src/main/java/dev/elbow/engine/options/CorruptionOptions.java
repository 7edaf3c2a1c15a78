package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;

/** What the encoder sees in place of x while it trains; the target stays the clean x. */
@Shorthand("type")
public record CorruptionOptions(
    @Doc("the kind of corruption") @Default("masking") Type type,
    @Doc("the standard deviation of the noise, or the probability that a value is masked")
        @Default("0.3")
        @Range(min = 0, minExclusive = true)
        double level) {

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if everything would be masked
   */
  public CorruptionOptions {
    if (type == Type.MASKING && level >= 1) {
      throw new IllegalArgumentException(
          "expected a masking probability below 1, found level: " + level);
    }
  }

  /** Kinds of corruption. */
  public enum Type {
    @Doc("x + level e, e ~ N(0, I)")
    GAUSSIAN,
    @Doc("each value is 0 with probability level")
    MASKING
  }
}
