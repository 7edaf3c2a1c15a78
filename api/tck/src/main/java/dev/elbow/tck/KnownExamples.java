package dev.elbow.tck;

import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;
import java.util.Arrays;
import java.util.Optional;

/** Examples that are there. */
record KnownExamples(String name, Matrix pixels, Optional<int[]> labels) implements Examples {

  @Override
  public int size() {
    return pixels.rows();
  }

  @Override
  public Examples first(int count) {
    int kept = Math.min(count, size());
    return new KnownExamples(name, pixels.first(kept), labels.map(all -> Arrays.copyOf(all, kept)));
  }
}
