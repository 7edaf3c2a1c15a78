package dev.elbow.plugin.decoder.discretized.logistic;

/** The distribution in plain doubles, by formulas other than the decoder's. */
final class Reference {
  static final int LEVELS = 256;

  private Reference() {}

  static double level(int v) {
    return v / 255.0;
  }

  static double cumulated(double x, double location, double scale) {
    return 0.5 * (1 + Math.tanh((x - location) / (2 * scale)));
  }

  /**
   * log P(level v). Inside, P = sinh d / (cosh d + cosh m) with d = h / s and m = (x - g) / s; at
   * the ends, the distribution function 1 / (1 + e^-a) of the inner edge.
   */
  static double log(int v, double location, double scale) {
    double m = (level(v) - location) / scale;
    double d = 1 / (510 * scale);
    if (v == 0) {
      return logSigmoid(m + d);
    }
    if (v == LEVELS - 1) {
      return logSigmoid(d - m);
    }
    return logSinh(d) - logSumOfCosh(d, Math.abs(m));
  }

  static double probability(int v, double location, double scale) {
    return Math.exp(log(v, location, scale));
  }

  static double mean(double location, double scale) {
    double sum = 0;
    for (int v = 0; v < LEVELS; v++) {
      sum += level(v) * probability(v, location, scale);
    }
    return sum;
  }

  private static double logSigmoid(double a) {
    return a < 0 ? a - Math.log1p(Math.exp(a)) : -Math.log1p(Math.exp(-a));
  }

  private static double logSinh(double d) {
    return d < 1 ? Math.log(Math.sinh(d)) : d + Math.log(-Math.expm1(-2 * d) / 2);
  }

  /** log(cosh d + cosh m), divided by e^max to stay in range. */
  private static double logSumOfCosh(double d, double m) {
    double top = Math.max(d, m);
    double sum = Math.exp(d - top) + Math.exp(-d - top) + Math.exp(m - top) + Math.exp(-m - top);
    return top + Math.log(sum / 2);
  }
}
