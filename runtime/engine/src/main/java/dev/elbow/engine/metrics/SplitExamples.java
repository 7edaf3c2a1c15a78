package dev.elbow.engine.metrics;

import dev.elbow.data.Split;
import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;
import java.util.Optional;
import java.util.stream.IntStream;

/** A split, or its first examples. */
record SplitExamples(Split split) implements Examples {

  @Override
  public String name() {
    return split.name();
  }

  @Override
  public int size() {
    return split.size();
  }

  @Override
  public Matrix pixels() {
    return new Matrix(size(), split.shape().features(), split.batch(indices(), 0).pixels());
  }

  @Override
  public Optional<int[]> labels() {
    return split.labels(indices());
  }

  @Override
  public SplitExamples first(int count) {
    return count >= size() ? this : new SplitExamples(split.first(count));
  }

  private int[] indices() {
    return IntStream.range(0, size()).toArray();
  }
}
