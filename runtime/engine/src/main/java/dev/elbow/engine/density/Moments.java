package dev.elbow.engine.density;

/**
 * Sums over codes of r, r z and r z z' for each component: all that a Gaussian's fit needs, in one
 * pass.
 *
 * <p>Meant for standardised codes; far from the origin the covariance would lose its digits.
 */
final class Moments {
  /** Less than the rounding of a sum that has a whole code in it. */
  private static final double NEGLIGIBLE = 1e-16;

  private final int size;
  private final CovarianceKind kind;
  private final double[] counts;

  /** For each component the sums of z, then of the products that the kind of covariance needs. */
  private final double[][] sums;

  Moments(int components, int size, CovarianceKind kind) {
    this.size = size;
    this.kind = kind;
    this.counts = new double[components];
    int products = kind == CovarianceKind.FULL ? size * (size + 1) / 2 : size;
    this.sums = new double[components][size + products];
  }

  /**
   * Adds codes.
   *
   * @param codes all of them
   * @param block which to add
   * @param responsibilities of each component for each code of the block
   */
  void add(Codes codes, Codes.Range block, double[][] responsibilities) {
    double[] features = new double[sums[0].length];
    for (int b = 0; b < block.length(); b++) {
      fill(features, codes, block.from() + b);
      for (int k = 0; k < counts.length; k++) {
        double share = responsibilities[k][b];
        if (share > NEGLIGIBLE) {
          counts[k] += share;
          addScaled(sums[k], features, share);
        }
      }
    }
  }

  private void fill(double[] features, Codes codes, int code) {
    int next = size;
    for (int i = 0; i < size; i++) {
      double value = codes.at(code, i);
      features[i] = value;
      for (int j = kind == CovarianceKind.FULL ? 0 : i; j <= i; j++) {
        features[next++] = value * codes.at(code, j);
      }
    }
  }

  private static void addScaled(double[] sum, double[] values, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }

  /** Adds the sums of other codes. */
  void add(Moments other) {
    addScaled(counts, other.counts, 1);
    for (int k = 0; k < sums.length; k++) {
      addScaled(sums[k], other.sums[k], 1);
    }
  }

  /** How many components there are. */
  int components() {
    return counts.length;
  }

  /** How many codes a component has, in fractions. */
  double count(int component) {
    return counts[component];
  }

  /** A component's mean. */
  double[] mean(int component) {
    double[] mean = new double[size];
    for (int i = 0; i < size; i++) {
      mean[i] = sums[component][i] / counts[component];
    }
    return mean;
  }

  /** A component's covariance, divided by the count: the most likely one. */
  double[][] covariance(int component) {
    double[] mean = mean(component);
    double[][] covariance = new double[size][size];
    int next = size;
    for (int i = 0; i < size; i++) {
      for (int j = kind == CovarianceKind.FULL ? 0 : i; j <= i; j++) {
        double product = sums[component][next++] / counts[component];
        covariance[i][j] = product - mean[i] * mean[j];
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }
}
