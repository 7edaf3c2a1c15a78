package dev.elbow.plugin.network.conv;

import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** One image or vector in plain Java, and layers as loops; a layer is its weights and biases. */
record Plain(DataShape shape, double[] values) {

  Plain as(DataShape other) {
    return new Plain(other, values);
  }

  Plain map(DoubleUnaryOperator f) {
    return new Plain(shape, Arrays.stream(values).map(f).toArray());
  }

  Plain dense(int outputs, double[][] layer) {
    double[] y = layer[1].clone();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < outputs; j++) {
        y[j] += values[i] * layer[0][i * outputs + j];
      }
    }
    return new Plain(DataShape.vector(outputs), y);
  }

  Plain strided(int filters, int kernel, int stride, double[][] layer) {
    DataShape small =
        new DataShape(
            filters,
            (int) Math.ceil((double) shape.height() / stride),
            (int) Math.ceil((double) shape.width() / stride));
    double[] y = biases(small, layer[1]);
    connect(shape, small, kernel, stride, (l, s, w) -> y[s] += layer[0][w] * values[l]);
    return new Plain(small, y);
  }

  Plain transposed(DataShape large, int kernel, int stride, double[][] layer) {
    double[] y = biases(large, layer[1]);
    connect(large, shape, kernel, stride, (l, s, w) -> y[l] += layer[0][w] * values[s]);
    return new Plain(large, y);
  }

  private static double[] biases(DataShape shape, double[] bias) {
    double[] y = new double[shape.features()];
    Arrays.setAll(y, i -> bias[i / shape.height() / shape.width()]);
    return y;
  }

  private interface Connection {
    void join(int large, int small, int weight);
  }

  /** Visits each pair of pixels that a weight joins; weights are [row, column, large, small]. */
  private static void connect(
      DataShape large, DataShape small, int kernel, int stride, Connection connection) {
    int above = before(large.height(), small.height(), kernel, stride);
    int left = before(large.width(), small.width(), kernel, stride);
    for (int s = 0; s < small.features(); s++) {
      int channel = s / small.width() / small.height();
      int top = s / small.width() % small.height() * stride - above;
      int start = s % small.width() * stride - left;
      for (int w = 0; w < kernel * kernel * large.channels(); w++) {
        int of = w % large.channels();
        int row = top + w / large.channels() / kernel;
        int column = start + w / large.channels() % kernel;
        if (row >= 0 && row < large.height() && column >= 0 && column < large.width()) {
          int l = (of * large.height() + row) * large.width() + column;
          connection.join(l, s, w * small.channels() + channel);
        }
      }
    }
  }

  private static int before(int large, int small, int kernel, int stride) {
    return Math.max((small - 1) * stride + kernel - large, 0) / 2;
  }
}
