package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.Arrays;
import java.util.List;

/**
 * The mean squared error of reconstructions, ||x - g(c)||^2 / k: c the deterministic code of x, the
 * posterior's mean where it has one; g(c) what it decodes to; k the features of an example.
 */
final class ReconstructionErrorMetric implements Metric {
  /** Codes that are decoded at once: keeps the reconstructions of a whole set out of memory. */
  private static final int ROWS = 2000;

  private final ReconstructionErrorOptions options;

  ReconstructionErrorMetric(ReconstructionErrorOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples examples = options.on().of(model);
    Matrix pixels = examples.pixels();
    Matrix codes = model.codes(examples);
    double[] errors = new double[pixels.rows()];
    for (int first = 0; first < errors.length; first += ROWS) {
      int end = Math.min(first + ROWS, errors.length);
      Matrix decoded = model.decode(rows(codes, first, end));
      for (int r = first; r < end; r++) {
        errors[r] = meanSquare(pixels, r, decoded, r - first);
      }
    }
    return List.of(
        Means.of(examples, "reconstructionError", errors, "squared difference per pixel"));
  }

  private static Matrix rows(Matrix all, int first, int end) {
    int columns = all.columns();
    float[] values = Arrays.copyOfRange(all.values(), first * columns, end * columns);
    return new Matrix(end - first, columns, values);
  }

  private static double meanSquare(Matrix x, int row, Matrix y, int other) {
    double sum = 0;
    for (int j = 0; j < x.columns(); j++) {
      double difference = (double) x.at(row, j) - y.at(other, j);
      sum += difference * difference;
    }
    return sum / x.columns();
  }
}
