package dev.elbow.plugin.metric.probe;

import dev.elbow.spi.Matrix;
import java.util.Arrays;

/** Codes with the class of each. */
record Labelled(Matrix codes, int[] labels) {

  /** Some of them. */
  Labelled of(int[] chosen) {
    int width = codes.columns();
    float[] values = new float[chosen.length * width];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(codes.values(), chosen[i] * width, values, i * width, width);
    }
    return new Labelled(
        new Matrix(chosen.length, width, values),
        Arrays.stream(chosen).map(i -> labels[i]).toArray());
  }
}
