package dev.elbow.graph.execution;

import dev.elbow.graph.Floats;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The outputs of an execution, to be read before the next one.
 *
 * @param arrays by name
 */
public record Results(Map<String, INDArray> arrays) {
  /** A scalar. */
  public double scalar(String name) {
    return arrays.get(name).getDouble(0);
  }

  /** Whether an output is a scalar. */
  public boolean isScalar(String name) {
    return arrays.get(name).rank() == 0;
  }

  /** All elements in row-major order, copied. */
  public float[] floats(String name) {
    return Floats.copy(arrays.get(name));
  }

  /** Copies all elements in row-major order to a place in an array. */
  public void copyTo(String name, float[] target, int from) {
    Floats.copyTo(arrays.get(name), target, from);
  }

  /** The number of elements. */
  public int length(String name) {
    return Math.toIntExact(arrays.get(name).length());
  }

  /** All elements in row-major order, copied, as doubles. */
  public double[] doubles(String name) {
    return arrays.get(name).dup('c').data().asDouble();
  }
}
