package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;

/**
 * Count, sum and sum of products of rows: what a mean and a covariance are made of. They can be
 * subtracted, so that leaving rows out costs nothing.
 *
 * @param products {@code [columns, columns]}, row after row, about the first row of all to lose no
 *     digits
 */
record Moments(int count, double[] sum, double[] products, double[] origin) {

  /** Of the rows {@code first, first + step, first + 2 step, ...}. */
  static Moments of(Matrix rows, int first, int step) {
    int width = rows.columns();
    double[] origin = new double[width];
    for (int i = 0; i < width; i++) {
      origin[i] = rows.at(0, i);
    }
    double[] sum = new double[width];
    double[] products = new double[width * width];
    double[] row = new double[width];
    int count = 0;
    for (int r = first; r < rows.rows(); r += step) {
      for (int i = 0; i < width; i++) {
        row[i] = rows.at(r, i) - origin[i];
      }
      add(row, sum, products);
      count++;
    }
    return new Moments(count, sum, products, origin);
  }

  private static void add(double[] row, double[] sum, double[] products) {
    int width = row.length;
    for (int i = 0; i < width; i++) {
      double value = row[i];
      sum[i] += value;
      int start = i * width;
      for (int j = 0; value != 0 && j < width; j++) {
        products[start + j] += value * row[j];
      }
    }
  }

  /** Of these rows without those. */
  Moments without(Moments those) {
    return new Moments(
        count - those.count, less(sum, those.sum), less(products, those.products), origin);
  }

  private static double[] less(double[] all, double[] part) {
    double[] rest = all.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= part[i];
    }
    return rest;
  }

  /** {@code [columns]}. */
  double[] mean() {
    double[] mean = origin.clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] += sum[i] / count;
    }
    return mean;
  }

  /** {@code [columns, columns]}, divided by the count less one. */
  double[] covariance() {
    int width = sum.length;
    double[] covariance = new double[products.length];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        int place = i * width + j;
        covariance[place] = (products[place] - sum[i] * sum[j] / count) / (count - 1);
      }
    }
    return covariance;
  }
}
