package dev.elbow.tck;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A named result of a graph.
 *
 * @param kind what is asked of its gradient
 * @param name of the variable
 * @param shapePerExample without the batch; null for what is {@code [batch]} or a scalar
 */
record Output(Kind kind, String name, int[] shapePerExample) {

  enum Kind {
    /** Differentiated by the model's parameters and the inputs. */
    VALUE,
    /** Not differentiated. */
    FIGURE,
    /** A scalar loss, differentiated by the adversary's parameters. */
    ADVERSARY
  }

  long[] expectedShape(int rows) {
    return LongStream.concat(LongStream.of(rows), Arrays.stream(shapePerExample).mapToLong(i -> i))
        .toArray();
  }
}
