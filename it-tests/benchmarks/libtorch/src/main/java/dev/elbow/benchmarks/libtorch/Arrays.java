package dev.elbow.benchmarks.libtorch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Java's arrays and torch's. */
final class Arrays {
  private Arrays() {}

  /** A copy. */
  static Tensor tensor(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    tensor.data_ptr_float().put(values, 0, values.length);
    return tensor;
  }

  /** A copy, in row-major order. */
  static float[] floats(Tensor tensor) {
    Tensor rows = tensor.contiguous();
    float[] values = new float[Math.toIntExact(rows.numel())];
    FloatPointer pointer = rows.data_ptr_float();
    pointer.get(values);
    return values;
  }
}
