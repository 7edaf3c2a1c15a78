package dev.elbow.engine.training.optimizer;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Floats, in buffers of at most 2^28: a buffer's size in bytes is an int. */
final class FloatMemory implements FlatArray {
  private static final int BITS = 28;

  private final FloatBuffer[] segments;

  FloatMemory(INDArray array) {
    if (array.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException("expected FLOAT or DOUBLE, found " + array.dataType());
    }
    long length = array.length();
    segments = new FloatBuffer[Math.toIntExact((length >> BITS) + 1)];
    FloatPointer memory = new FloatPointer(array.data().pointer());
    for (int i = 0; i < segments.length; i++) {
      long from = (long) i << BITS;
      long to = Math.min(length, from + (1L << BITS));
      memory.limit(array.offset() + to).position(array.offset() + from);
      segments[i] = to == from ? FloatBuffer.allocate(0) : memory.asByteBuffer().asFloatBuffer();
    }
  }

  @Override
  public void read(long from, float[] buffer, int n) {
    int segment = (int) (from >> BITS);
    int index = (int) (from & ((1L << BITS) - 1));
    int here = Math.min(n, (1 << BITS) - index);
    segments[segment].get(index, buffer, 0, here);
    if (here < n) {
      segments[segment + 1].get(0, buffer, here, n - here);
    }
  }

  @Override
  public void write(long from, float[] buffer, int n) {
    int segment = (int) (from >> BITS);
    int index = (int) (from & ((1L << BITS) - 1));
    int here = Math.min(n, (1 << BITS) - index);
    segments[segment].put(index, buffer, 0, here);
    if (here < n) {
      segments[segment + 1].put(0, buffer, here, n - here);
    }
  }
}
