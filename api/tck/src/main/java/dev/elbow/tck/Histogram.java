package dev.elbow.tck;

import java.util.Arrays;

/** Whether samples follow a density or a distribution, by Pearson's chi-square. */
final class Histogram {
  private static final int BINS = 20;

  private Histogram() {}

  /**
   * Samples of a density on the line, in bins of nearly equal probability.
   *
   * @param logDensities at the grid's points
   */
  static void check(Grid grid, double[] logDensities, double[] samples) {
    double[] cumulated = grid.cumulated(logDensities);
    double total = cumulated[cumulated.length - 1];
    double[] edges = new double[BINS - 1];
    double[] below = new double[BINS + 1];
    below[BINS] = 1;
    for (int bin = 1; bin < BINS; bin++) {
      int at = first(cumulated, total * bin / BINS);
      edges[bin - 1] = grid.points()[at][0];
      below[bin] = cumulated[at] / total;
    }
    double[] probabilities = new double[BINS];
    Arrays.setAll(probabilities, bin -> below[bin + 1] - below[bin]);
    int[] bins = Arrays.stream(samples).mapToInt(x -> bin(edges, x)).toArray();
    check(probabilities, bins, "bins of the line at " + Arrays.toString(edges));
  }

  private static int first(double[] cumulated, double value) {
    int index = 0;
    while (cumulated[index] < value) {
      index++;
    }
    return index;
  }

  private static int bin(double[] edges, double x) {
    int bin = 0;
    while (bin < edges.length && x > edges[bin]) {
      bin++;
    }
    return bin;
  }

  /**
   * Samples of a finite distribution.
   *
   * @param probabilities of each outcome
   * @param outcomes the samples
   * @param what names the outcomes
   */
  static void check(double[] probabilities, int[] outcomes, String what) {
    double[] counts = new double[probabilities.length];
    for (int outcome : outcomes) {
      counts[outcome]++;
    }
    double square = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = outcomes.length * probabilities[i];
      square += (counts[i] - expected) * (counts[i] - expected) / Math.max(expected, 1e-9);
    }
    int freedom = counts.length - 1;
    // six deviations of the chi-square distribution, and some more for its tail at few outcomes
    double limit = freedom + 6 * Math.sqrt(2.0 * freedom) + 15;
    Faults faults = new Faults();
    faults.unless(
        square < limit,
        "the samples do not follow the density: chi-square %.1f over %d outcomes, expected below"
            + " %.1f; counts %s, expected %s; %s",
        square,
        counts.length,
        limit,
        shown(counts, 1),
        shown(probabilities, outcomes.length),
        what);
    faults.report();
  }

  private static String shown(double[] values, double factor) {
    long[] rounded = new long[Math.min(8, values.length)];
    Arrays.setAll(rounded, i -> Math.round(values[i] * factor));
    return Arrays.toString(rounded);
  }
}
