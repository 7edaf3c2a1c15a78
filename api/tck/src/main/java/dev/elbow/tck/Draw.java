package dev.elbow.tck;

import dev.elbow.spi.DataValues;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** How the values of an input are drawn, from a seed and the input's name. */
enum Draw {
  NORMAL(random -> random::nextGaussian),
  /** On the open interval (0, 1), clear of its ends in single precision. */
  UNIFORM(random -> () -> Math.min(Math.max(random.nextFloat(), 1e-6f), 1 - 1e-6f)),
  BINARY(random -> () -> random.nextBoolean() ? 1 : 0);

  private final Function<Random, DoubleSupplier> source;

  Draw(Function<Random, DoubleSupplier> source) {
    this.source = source;
  }

  static Draw of(DataValues values) {
    return switch (values) {
      case BINARY -> BINARY;
      case UNIT_INTERVAL -> UNIFORM;
      case REAL -> NORMAL;
    };
  }

  /** The same numbers for the same seed and name. */
  Tensor tensor(long seed, String name, long... shape) {
    DoubleSupplier numbers = source.apply(new Random(31 * seed + name.hashCode()));
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> numbers.getAsDouble());
    return new Tensor(shape, values);
  }
}
