package dev.elbow.spi;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of images in plain Java.
 *
 * @param values in the order of example, channel, row, column
 */
record Images(int batch, DataShape shape, double[] values) {

  static Images normal(int batch, DataShape shape) {
    Random random = new Random(batch * 1000L + shape.features());
    double[] values = new double[batch * shape.features()];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new Images(batch, shape, values);
  }

  static Images zeros(int batch, DataShape shape) {
    return new Images(batch, shape, new double[batch * shape.features()]);
  }

  Images with(double[] others) {
    return new Images(batch, shape, others);
  }

  int index(int example, int channel, int row, int column) {
    return ((example * shape.channels() + channel) * shape.height() + row) * shape.width() + column;
  }

  /** 0 outside the image. */
  double at(int example, int channel, int row, int column) {
    boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    return inside ? values[index(example, channel, row, column)] : 0;
  }

  /** The number of values a channel has in the batch. */
  int perChannel() {
    return batch * shape.height() * shape.width();
  }

  /** The values of one channel. */
  double[] channel(int channel) {
    double[] found = new double[perChannel()];
    int positions = shape.height() * shape.width();
    for (int i = 0; i < found.length; i++) {
      found[i] = values[index(i / positions, channel, 0, 0) + i % positions];
    }
    return found;
  }

  INDArray array() {
    return Nd4j.createFromArray(values)
        .reshape(batch, shape.channels(), shape.height(), shape.width());
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The slopes of f at x, by central differences. */
  static double[] slopes(double[] x, ToDoubleFunction<double[]> f) {
    double[] slopes = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] above = x.clone();
      double[] below = x.clone();
      above[i] += 1e-5;
      below[i] -= 1e-5;
      slopes[i] = (f.applyAsDouble(above) - f.applyAsDouble(below)) / 2e-5;
    }
    return slopes;
  }
}
