package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;

/** The optimizer. */
@Shorthand("type")
public record OptimizerOptions(
    @Doc("the update rule") @Default("adam") Type type,
    @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
        LearningRate learningRate,
    @Doc("decay of the first moment") @Default("0.9") @Range(min = 0, max = 1, maxExclusive = true)
        double beta1,
    @Doc("decay of the second moment")
        @Default("0.999")
        @Range(min = 0, max = 1, maxExclusive = true)
        double beta2,
    @Doc("added to the root of the second moment")
        @Default("1.0e-8")
        @Range(min = 0, minExclusive = true)
        double epsilon) {

  /** Update rules. */
  public enum Type {
    @Doc("Adam (Kingma and Ba, 2015)")
    ADAM
  }
}
