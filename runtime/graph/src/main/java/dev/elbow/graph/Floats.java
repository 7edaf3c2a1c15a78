package dev.elbow.graph;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array's floats on the host. */
public final class Floats {
  private Floats() {}

  /**
   * The memory of an array.
   *
   * @param array of floats, dense, kept by the caller as long as the buffer is used
   */
  public static FloatBuffer of(INDArray array) {
    FloatPointer pointer = new FloatPointer(array.data().addressPointer());
    return pointer.capacity(array.length()).asBuffer();
  }

  /** The elements of any array in row-major order. */
  public static float[] copy(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    copyTo(array, values, 0);
    return values;
  }

  /** Copies the elements of any array in row-major order to a place in another. */
  public static void copyTo(INDArray array, float[] target, int from) {
    int length = Math.toIntExact(array.length());
    if (array.dataType() == DataType.FLOAT && isDense(array)) {
      of(array).get(0, target, from, length);
    } else {
      System.arraycopy(array.dup('c').data().asFloat(), 0, target, from, length);
    }
  }

  /** Whether an array has row after row with nothing between. */
  public static boolean isDense(INDArray array) {
    long expected = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) > 1 && array.stride(i) != expected) {
        return false;
      }
      expected *= array.size(i);
    }
    return true;
  }
}
