package dev.elbow.spi;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;

/** The first values of a parameter, drawn on the host so that they do not depend on a backend. */
@FunctionalInterface
@ConsumerType
public interface Initializer {

  /**
   * Fills the values, in row-major order of the parameter's shape.
   *
   * @param values to fill
   * @param random seeded by the run's seed and the parameter's name
   */
  void fill(double[] values, RandomGenerator random);

  /** Every value is the given one. */
  static Initializer constant(double value) {
    return (values, random) -> Arrays.fill(values, value);
  }

  /** Zeros. */
  static Initializer zeros() {
    return constant(0);
  }

  /** The given values, in row-major order. */
  static Initializer of(double... given) {
    double[] copy = given.clone();
    return (values, random) -> {
      if (values.length != copy.length) {
        throw new IllegalArgumentException(
            "expected %d initial values, found %d".formatted(values.length, copy.length));
      }
      System.arraycopy(copy, 0, values, 0, copy.length);
    };
  }

  /** Uniform on [-bound, bound). */
  static Initializer uniform(double bound) {
    return (values, random) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = bound * (2 * random.nextDouble() - 1);
      }
    };
  }

  /** Uniform within +-1/sqrt(fanIn): the customary start of a dense layer's weights and biases. */
  static Initializer uniformFanIn(long fanIn) {
    return uniform(1 / Math.sqrt(fanIn));
  }

  /** Normal with mean 0. */
  static Initializer normal(double standardDeviation) {
    return (values, random) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = standardDeviation * random.nextGaussian();
      }
    };
  }

  /** Normal with variance 2/fanIn (He et al., 2015), for layers followed by a ReLU. */
  static Initializer he(long fanIn) {
    return normal(Math.sqrt(2.0 / fanIn));
  }

  /** Uniform with variance 2/(fanIn + fanOut) (Glorot and Bengio, 2010). */
  static Initializer glorot(long fanIn, long fanOut) {
    return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
  }
}
