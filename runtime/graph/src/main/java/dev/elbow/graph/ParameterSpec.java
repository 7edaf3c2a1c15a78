package dev.elbow.graph;

import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A variable that a part asked for.
 *
 * @param name full, with its scopes
 * @param shape fixed
 * @param initializer of the first values
 * @param adversaryRate the learning rate, if it belongs to an adversary
 */
public record ParameterSpec(
    String name, long[] shape, Initializer initializer, OptionalDouble adversaryRate) {

  /** The number of values. */
  public long length() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  void requireShape(long[] asked) {
    if (!Arrays.equals(shape, asked)) {
      throw new InputException(
          "GRAPH-PARAMETER-SHAPE",
          "parameter '%s' was made with shape %s and asked for again with shape %s"
              .formatted(name, Arrays.toString(shape), Arrays.toString(asked)),
          name,
          "Give the second parameter another name, or apply the part in a scope of its own.");
    }
  }
}
