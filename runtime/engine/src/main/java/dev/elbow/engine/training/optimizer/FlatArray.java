package dev.elbow.engine.training.optimizer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The memory of an array, copied to and from the heap in ranges; threads may share it. */
interface FlatArray {

  /** Copies n elements from the index into the buffer's beginning. */
  void read(long from, float[] buffer, int n);

  /** Copies the buffer's first n elements to the index. */
  void write(long from, float[] buffer, int n);

  /**
   * The memory of an array, which must outlive the result.
   *
   * @param array contiguous; FLOAT, or DOUBLE, whose values are rounded to floats on the way
   */
  static FlatArray of(INDArray array) {
    if (array.rank() != 1 || array.elementWiseStride() != 1) {
      throw new IllegalArgumentException(
          "expected a contiguous vector, found " + array.shapeInfoToString());
    }
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
    return array.dataType() == DataType.DOUBLE ? new DoubleMemory(array) : new FloatMemory(array);
  }

  /** Tells a backend with memory of its own that the array was written here. */
  static void written(INDArray array) {
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }
}
