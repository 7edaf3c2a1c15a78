package dev.elbow.tck;

import dev.elbow.spi.DataValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * exp(-nll) of one code at every point over which it may add up.
 *
 * @param support the points' name
 * @param grid the points and their weights
 * @param logValues -nll at the points
 */
record Likelihood(Support support, Grid grid, double[] logValues) {
  /** A batch of more examples would need much memory: there are 65,536 pairs of levels. */
  private static final int MOST_ROWS = 8192;

  private static final double TOLERANCE = 1e-3;

  /**
   * What was found for a code.
   *
   * @param code a batch of one
   * @param normalised the first that adds up to 1
   * @param totals what it adds up to over each support that was tried
   */
  record Search(Batch code, Optional<Likelihood> normalised, Map<String, Double> totals) {}

  static Search search(Bench bench, DataValues values) {
    Batch one = bench.batch(1, 141);
    Map<String, Double> totals = new LinkedHashMap<>();
    for (Support support : Support.of(values)) {
      Likelihood likelihood = over(support, bench, one);
      double total = likelihood.grid.integralOfExp(likelihood.logValues);
      totals.put(support.label(), total);
      if (Math.abs(total - 1) < TOLERANCE) {
        return new Search(one, Optional.of(likelihood), totals);
      }
    }
    return new Search(one, Optional.empty(), totals);
  }

  private static Likelihood over(Support support, Bench bench, Batch one) {
    Grid grid = support.grid(centre(bench, one));
    double[] logValues = new double[grid.points().length];
    for (int from = 0; from < logValues.length; from += MOST_ROWS) {
      int to = Math.min(from + MOST_ROWS, logValues.length);
      Tensor points = Tensor.matrix(Arrays.copyOfRange(grid.points(), from, to));
      Batch batch = one.repeated(to - from).with(DecoderRules.X, points);
      double[] part = bench.run(batch, DecoderRules.NLL).map(nll -> -nll).values();
      System.arraycopy(part, 0, logValues, from, part.length);
    }
    return new Likelihood(support, grid, logValues);
  }

  private static double[] centre(Bench bench, Batch one) {
    return bench.offers(DecoderRules.MEAN)
        ? bench.run(one, DecoderRules.MEAN).values()
        : one.get(DecoderRules.X).map(x -> 0.5).values();
  }
}
