package dev.elbow.tck;

import dev.elbow.spi.DataValues;
import java.util.Arrays;

/** The names of a decoder's inputs and outputs, and X3. */
final class DecoderRules {
  static final String Z = "z";
  static final String X = "x";
  static final String OUTPUT = "output";
  static final String NLL = "negative-log-likelihood";
  static final String MEAN = "mean";
  static final String DEVIATION = "deviation";
  static final String SAMPLE = "sample";

  private DecoderRules() {}

  static void checkMean(
      Bench bench, DataValues values, boolean expected, boolean inRange, Faults faults) {
    String where = values + " data";
    faults.presence(bench.offers(MEAN), expected, Feature.MEAN, "mean()", where);
    if (!bench.offers(MEAN) || values == DataValues.REAL) {
      return;
    }
    bench.parameters().random(151, 2);
    Tensor mean = bench.run(bench.batch(64, 151).map(Z, z -> z.map(v -> 5 * v)), MEAN);
    double least = Arrays.stream(mean.values()).min().orElseThrow();
    double most = Arrays.stream(mean.values()).max().orElseThrow();
    boolean found = least >= 0 && most <= 1;
    faults.unless(
        found || !inRange,
        "%s: expected a mean from 0 to 1, found %.6g to %.6g; declare MEAN_IN_RANGE missing if that"
            + " is meant",
        where,
        least,
        most);
    faults.unless(
        !found || inRange, "%s: MEAN_IN_RANGE is declared missing, but the mean stays", where);
  }

  static void checkDeviation(Bench bench, DataValues values, Faults faults) {
    if (!bench.offers(DEVIATION)) {
      return;
    }
    bench.parameters().random(152, 2);
    Tensor sigma = bench.run(bench.batch(64, 152).map(Z, z -> z.map(v -> 5 * v)), DEVIATION);
    double least = Arrays.stream(sigma.values()).min().orElseThrow();
    faults.unless(least > 0, "%s data: expected deviations above 0, found %.6g", values, least);
  }
}
