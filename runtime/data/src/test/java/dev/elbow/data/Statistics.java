package dev.elbow.data;

/** Plain statistics for the tests of random numbers. */
final class Statistics {
  private Statistics() {}

  /** Pearson's, against equal frequencies; bins.length - 1 degrees of freedom. */
  static double chiSquare(int[] bins) {
    double total = 0;
    for (int bin : bins) {
      total += bin;
    }
    double expected = total / bins.length;
    double sum = 0;
    for (int bin : bins) {
      sum += (bin - expected) * (bin - expected) / expected;
    }
    return sum;
  }

  /** The mean of (x - centre)^power. */
  static double moment(float[] values, double centre, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value - centre, power);
    }
    return sum / values.length;
  }

  static double correlation(float[] a, float[] b) {
    double meanA = moment(a, 0, 1);
    double meanB = moment(b, 0, 1);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length / Math.sqrt(moment(a, meanA, 2) * moment(b, meanB, 2));
  }
}
