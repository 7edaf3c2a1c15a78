package dev.elbow.tck;

import dev.elbow.spi.Decoder;
import java.util.Arrays;

/** X4: a decoder's samples against its density and its mean. */
final class SampleRules {
  private static final int SAMPLES = 10_000;
  private static final int PAIRS = 4_000;

  private SampleRules() {}

  static void checkMean(Subject<Decoder> subject, Scene<Decoder> scene) {
    Bench bench = DataRules.evaluation(subject, scene);
    if (!bench.offers(DecoderRules.MEAN)) {
      return;
    }
    Faults faults = new Faults();
    Batch one = bench.batch(1, 161);
    double[] mean = bench.run(one, DecoderRules.MEAN).values();
    double[][] samples =
        new Sampler(subject, scene, bench).sample(one.repeated(SAMPLES)).rowsOfValues();
    for (int i = 0; i < mean.length; i++) {
      double[] feature = Statistics.column(samples, i);
      double tolerance = 5 * Statistics.standardError(feature) + 1e-9;
      faults.unlessClose(
          Statistics.mean(feature), mean[i], tolerance, "mean of samples of feature %d", i);
    }
    faults.report();
  }

  /** One or two features, over whatever the likelihood adds up over. */
  static void checkDistribution(
      Subject<Decoder> subject, Scene<Decoder> scene, Likelihood.Search search) {
    Bench bench = DataRules.evaluation(subject, scene);
    search
        .normalised()
        .ifPresent(
            likelihood -> {
              int count = scene.context().dataShape().features() == 1 ? SAMPLES : PAIRS;
              Batch codes = search.code().repeated(count);
              Tensor samples = new Sampler(subject, scene, bench).sample(codes);
              compare(likelihood, samples, scene.label());
            });
  }

  private static void compare(Likelihood likelihood, Tensor samples, String where) {
    Grid grid = likelihood.grid();
    boolean isDiscrete = likelihood.support().isDiscrete();
    if (samples.width() == 1 && !isDiscrete) {
      Histogram.check(grid, likelihood.logValues(), samples.values());
    } else if (samples.width() == 1 || likelihood.support() == Support.BITS) {
      discrete(grid, likelihood.logValues(), samples, where);
    } else {
      moments(grid, likelihood.logValues(), samples.rowsOfValues(), where);
    }
  }

  /** Pairs are too many for a histogram: their means and second moments. */
  private static void moments(Grid grid, double[] logDensities, double[][] samples, String where) {
    Faults faults = new Faults();
    for (int[] power : Statistics.MOMENTS_OF_PAIRS) {
      double[] found = Statistics.products(samples, power);
      faults.unlessClose(
          Statistics.mean(found),
          grid.expectation(logDensities, Statistics.products(grid.points(), power)),
          5 * Statistics.standardError(found) + 1e-3,
          "%s, mean of x_0^%d x_1^%d over samples, against the likelihood",
          where,
          power[0],
          power[1]);
    }
    faults.report();
  }

  private static void discrete(Grid grid, double[] logDensities, Tensor samples, String where) {
    double[] probabilities = Arrays.stream(logDensities).map(Math::exp).toArray();
    int[] outcomes =
        Arrays.stream(samples.rowsOfValues()).mapToInt(row -> nearest(grid, row)).toArray();
    Histogram.check(probabilities, outcomes, where);
  }

  /** The point that a sample is; a sample that is none fails. */
  private static int nearest(Grid grid, double[] row) {
    double[][] points = grid.points();
    for (int i = 0; i < points.length; i++) {
      double distance = 0;
      for (int j = 0; j < row.length; j++) {
        distance = Math.max(distance, Math.abs(points[i][j] - row[j]));
      }
      if (distance < 1e-6) {
        return i;
      }
    }
    throw new AssertionError("the sample %s has probability 0".formatted(Arrays.toString(row)));
  }
}
