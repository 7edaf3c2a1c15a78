package dev.elbow.engine.training.optimizer;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Doubles, rounded to floats on the way: for checks in double precision, not for speed. */
final class DoubleMemory implements FlatArray {
  private final DoublePointer memory;
  private final long offset;

  DoubleMemory(INDArray array) {
    memory = new DoublePointer(array.data().pointer());
    offset = array.offset();
  }

  @Override
  public void read(long from, float[] buffer, int n) {
    for (int i = 0; i < n; i++) {
      buffer[i] = (float) memory.get(offset + from + i);
    }
  }

  @Override
  public void write(long from, float[] buffer, int n) {
    for (int i = 0; i < n; i++) {
      memory.put(offset + from + i, buffer[i]);
    }
  }
}
