package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;

/**
 * The mean Euclidean distance over all pairs of rows.
 *
 * @param standardError of the mean over pairs, which share rows (Hoeffding 1948): 2 s / sqrt(n),
 *     with s the standard deviation of each row's mean distance to the others
 */
record PairDistance(double mean, double standardError) {

  static PairDistance of(Matrix rows) {
    int n = rows.rows();
    double[] toOthers = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double distance = distance(rows, i, j) / (n - 1);
        toOthers[i] += distance;
        toOthers[j] += distance;
      }
    }
    double mean = 0;
    for (double one : toOthers) {
      mean += one / n;
    }
    double squares = 0;
    for (double one : toOthers) {
      squares += (one - mean) * (one - mean);
    }
    return new PairDistance(mean, 2 * Math.sqrt(squares / (n - 1) / n));
  }

  private static double distance(Matrix rows, int i, int j) {
    float[] values = rows.values();
    int width = rows.columns();
    double sum = 0;
    for (int k = 0; k < width; k++) {
      double off = values[i * width + k] - values[j * width + k];
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}
