package dev.elbow.tck;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers of any shape in row-major order; what the rules compute with.
 *
 * @param shape empty for a scalar
 * @param values never changed
 */
record Tensor(long[] shape, double[] values) {

  static Tensor of(INDArray array) {
    return new Tensor(array.shape(), array.dup('c').data().asDouble());
  }

  static Tensor matrix(double[]... rows) {
    double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new Tensor(new long[] {rows.length, rows[0].length}, values);
  }

  static Tensor scalar(double value) {
    return new Tensor(new long[0], new double[] {value});
  }

  static Tensor column(double[] values) {
    return new Tensor(new long[] {values.length, 1}, values);
  }

  INDArray toArray(DataType type) {
    return shape.length == 0 ? Nd4j.scalar(type, values[0]) : Nd4j.create(values, shape, type);
  }

  int rows() {
    return (int) shape[0];
  }

  /** The number of values of one row. */
  int width() {
    return values.length / rows();
  }

  double[] rowValues(int row) {
    return Arrays.copyOfRange(values, row * width(), (row + 1) * width());
  }

  /** {@code [rows][width]}. */
  double[][] rowsOfValues() {
    return IntStream.range(0, rows()).mapToObj(this::rowValues).toArray(double[][]::new);
  }

  /** Rows in this order, any number of times. */
  Tensor select(int... rows) {
    double[] chosen =
        Arrays.stream(rows).mapToObj(this::rowValues).flatMapToDouble(Arrays::stream).toArray();
    long[] size = shape.clone();
    size[0] = rows.length;
    return new Tensor(size, chosen);
  }

  Tensor map(DoubleUnaryOperator f) {
    return new Tensor(shape, Arrays.stream(values).map(f).toArray());
  }

  /** This + factor x other. */
  Tensor plus(Tensor other, double factor) {
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other.values[i];
    }
    return new Tensor(shape, sum);
  }

  /** One column of every row moved by the same step. */
  Tensor movedColumn(int column, double by) {
    double[] moved = values.clone();
    for (int i = column; i < moved.length; i += width()) {
      moved[i] += by;
    }
    return new Tensor(shape, moved);
  }

  double dot(Tensor other) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] * other.values[i]).sum();
  }

  double largest() {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  boolean isFinite() {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
