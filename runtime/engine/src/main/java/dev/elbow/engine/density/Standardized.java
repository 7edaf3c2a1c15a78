package dev.elbow.engine.density;

/**
 * Codes with mean 0 and variance 1 in each dimension: what is small or far is then the same for
 * every encoder.
 *
 * @param codes {@code (z - shift) / scale}
 * @param scale of each dimension: its standard deviation; of a constant one, its magnitude
 * @param shift of each dimension: its mean
 */
record Standardized(Codes codes, double[] scale, double[] shift) {
  /** What rounding to float leaves of a constant. */
  private static final double ROUNDING = 1e-7;

  static Standardized of(Codes codes) {
    double[] scale = new double[codes.size()];
    double[] shift = new double[codes.size()];
    for (int j = 0; j < codes.size(); j++) {
      shift[j] = mean(codes, j);
      scale[j] = scale(codes, j, shift[j]);
    }
    double[] values = codes.values().clone();
    for (int i = 0; i < values.length; i++) {
      int j = i % codes.size();
      values[i] = (values[i] - shift[j]) / scale[j];
    }
    return new Standardized(new Codes(values, codes.count(), codes.size()), scale, shift);
  }

  private static double mean(Codes codes, int dimension) {
    double sum = 0;
    for (int i = 0; i < codes.count(); i++) {
      sum += codes.at(i, dimension);
    }
    return sum / codes.count();
  }

  private static double scale(Codes codes, int dimension, double mean) {
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < codes.count(); i++) {
      double difference = codes.at(i, dimension) - mean;
      squares += difference * difference;
      largest = Math.max(largest, Math.abs(codes.at(i, dimension)));
    }
    double deviation = Math.sqrt(squares / codes.count());
    if (deviation > ROUNDING * largest) {
      return deviation;
    }
    return largest > 0 ? largest : 1;
  }
}
