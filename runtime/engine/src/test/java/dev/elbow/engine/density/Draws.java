package dev.elbow.engine.density;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.runs.Tensor;

/** Random codes, covariances and mixtures, and plain formulas for them. */
final class Draws {
  private final RandomStream random;

  Draws(long seed) {
    this.random = RandomStreams.stream(seed, "test", 0);
  }

  double normal() {
    return random.nextGaussian();
  }

  double[] normals(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  /** A A' + I / 2. */
  double[][] covariance(int size) {
    double[][] a = new double[size][];
    for (int i = 0; i < size; i++) {
      a[i] = normals(size);
    }
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          covariance[i][j] += a[i][k] * a[j][k];
        }
      }
      covariance[i][i] += 0.5;
    }
    return covariance;
  }

  GaussianMixture mixture(int components, int size) {
    double[] weights = new double[components];
    double[][] means = new double[components][];
    double[][][] covariances = new double[components][][];
    double sum = 0;
    for (int k = 0; k < components; k++) {
      weights[k] = 0.2 + random.nextDouble();
      sum += weights[k];
      means[k] = normals(size);
      covariances[k] = covariance(size);
    }
    for (int k = 0; k < components; k++) {
      weights[k] /= sum;
    }
    return new GaussianMixture(weights, means, covariances);
  }

  static Codes codes(double[][] rows) {
    double[] values = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
    }
    return new Codes(values, rows.length, rows[0].length);
  }

  static Codes codes(GaussianMixture mixture, int count, long seed) {
    return Codes.of(mixture.sample(count, seed));
  }

  static Tensor tensor(double[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return Tensor.of(values, rows.length, rows[0].length);
  }

  static double[] row(Codes codes, int code) {
    double[] row = new double[codes.size()];
    for (int j = 0; j < row.length; j++) {
      row[j] = codes.at(code, j);
    }
    return row;
  }

  /** log N(z; mean, covariance) by Gaussian elimination with pivots, no factor of Cholesky's. */
  static double logNormal(double[] z, double[] mean, double[][] covariance) {
    int size = z.length;
    double[][] m = new double[size][];
    double[] difference = new double[size];
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      m[i] = covariance[i].clone();
      difference[i] = z[i] - mean[i];
      right[i] = difference[i];
    }
    double logDeterminant = 0;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int i = column + 1; i < size; i++) {
        pivot = Math.abs(m[i][column]) > Math.abs(m[pivot][column]) ? i : pivot;
      }
      swap(m, right, column, pivot);
      logDeterminant += Math.log(Math.abs(m[column][column]));
      for (int i = 0; i < size; i++) {
        if (i != column) {
          double factor = m[i][column] / m[column][column];
          right[i] -= factor * right[column];
          for (int j = column; j < size; j++) {
            m[i][j] -= factor * m[column][j];
          }
        }
      }
    }
    double quadratic = 0;
    for (int i = 0; i < size; i++) {
      quadratic += difference[i] * right[i] / m[i][i];
    }
    return -0.5 * (size * Math.log(2 * Math.PI) + logDeterminant + quadratic);
  }

  private static void swap(double[][] m, double[] right, int i, int j) {
    double[] row = m[i];
    m[i] = m[j];
    m[j] = row;
    double value = right[i];
    right[i] = right[j];
    right[j] = value;
  }
}
