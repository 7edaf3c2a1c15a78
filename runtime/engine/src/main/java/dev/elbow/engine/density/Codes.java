package dev.elbow.engine.density;

import dev.elbow.runs.Tensor;
import dev.elbow.spi.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Codes in double precision, and work over them in parts whose sizes depend on the count alone: a
 * result that is combined in the order of the parts has the same bits on any number of threads.
 *
 * @param values {@code [count * size]}, one code after the other
 * @param count of codes
 * @param size of one code
 */
record Codes(double[] values, int count, int size) {
  private static final int PARTS = 64;

  /** Small enough for a processor's cache, large enough for its vector units. */
  private static final int BLOCK = 512;

  /**
   * @param tensor {@code [count, size]}
   * @throws FailureException if a value is not finite
   */
  static Codes of(Tensor tensor) {
    int count = Math.toIntExact(tensor.shape()[0]);
    int size = Math.toIntExact(tensor.shape()[1]);
    double[] values = new double[tensor.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.data()[i];
      if (!Double.isFinite(values[i])) {
        throw new FailureException(
            "DENSITY-NOT-FINITE",
            "expected finite codes, found %s in example %d".formatted(values[i], i / size),
            "",
            "Train with a smaller learning rate; the encoder gives no usable codes.");
      }
    }
    return new Codes(values, count, size);
  }

  double at(int code, int dimension) {
    return values[code * size + dimension];
  }

  /** A range of codes. */
  record Range(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** Work on one part. */
  interface Work<T> {
    T on(Range part);
  }

  /** The results of all parts in their order; the parts are worked on in parallel. */
  <T> List<T> inParts(Work<T> work) {
    int length = Math.max(1, (count + PARTS - 1) / PARTS);
    int parts = (count + length - 1) / length;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(i -> new Range(i * length, Math.min(count, (i + 1) * length)))
        .map(work::on)
        .toList();
  }

  /** A part cut into blocks. */
  static List<Range> blocks(Range part) {
    List<Range> blocks = new ArrayList<>();
    for (int from = part.from(); from < part.to(); from += BLOCK) {
      blocks.add(new Range(from, Math.min(part.to(), from + BLOCK)));
    }
    return blocks;
  }

  /** A block dimension by dimension, {@code [size][length]}, so that loops run over codes. */
  double[][] columns(Range block) {
    double[][] columns = new double[size][block.length()];
    for (int b = 0; b < block.length(); b++) {
      for (int j = 0; j < size; j++) {
        columns[j][b] = at(block.from() + b, j);
      }
    }
    return columns;
  }
}
