package dev.elbow.graph.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A product of two matrices: {@code output = op(left) op(right)}, where op may transpose.
 *
 * @param left {@code [m, k]}, or {@code [k, m]} if transposed
 * @param right {@code [k, n]}, or {@code [n, k]} if transposed
 * @param output {@code [m, n]}
 */
public record Gemm(
    Value left, boolean transposeLeft, Value right, boolean transposeRight, Value output)
    implements Node {

  @Override
  public List<Value> inputs() {
    return List.of(left, right);
  }

  @Override
  public List<Value> outputs() {
    return List.of(output);
  }

  @Override
  public Node reading(UnaryOperator<Value> replacement) {
    return new Gemm(
        replacement.apply(left), transposeLeft, replacement.apply(right), transposeRight, output);
  }
}
