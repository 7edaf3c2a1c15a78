package dev.elbow.tck;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Prior;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** P2 to P4: a prior's density against integrals and samples. */
final class PriorRules {
  static final String POINT = "point";
  static final String DENSITY = "log-density";
  static final String SAMPLE = "sample";
  static final String GAUSSIAN_DENSITY = "log-density-of-the-gaussian";

  private static final int SAMPLES = 20_000;

  private PriorRules() {}

  /** log N(z; mean, diag exp(logVariance)). */
  static SDVariable density(Graph graph, DiagonalGaussian gaussian, SDVariable z) {
    SDVariable zeros = z.mul(0);
    SDVariable logVariance = gaussian.logVariance().map(zeros::add).orElse(zeros);
    SDVariable offset = gaussian.mean().map(z::sub).orElse(z);
    SDVariable standardised = offset.mul(graph.sameDiff().math.exp(logVariance.mul(-0.5)));
    return graph
        .standardNormalLogDensity(standardised)
        .sub(graph.sumPerExample(logVariance).mul(0.5));
  }

  static void checkIntegral(Subject<Prior> subject, List<Scene<Prior>> scenes) {
    Faults faults = new Faults();
    for (Scene<Prior> scene : scenes) {
      Bench bench = subject.bench(scene);
      if (bench.offers(DENSITY)) {
        double[] centre = new double[scene.context().latentSize()];
        Grid.requireDensity(centre, 1, 1e-3, z -> densities(bench, z), scene.label(), faults);
      }
    }
    faults.report();
  }

  private static Grid grid(int latent) {
    return Grid.around(new double[latent], 1);
  }

  private static Tensor densities(Bench bench, Tensor points) {
    bench.parameters().moved(101);
    Batch batch = bench.batch(1, 101).repeated(points.rows());
    return bench.run(batch.with(POINT, points), DENSITY);
  }

  private static Tensor samples(Bench bench) {
    bench.parameters().moved(101);
    return bench.run(bench.batch(SAMPLES, 102), SAMPLE);
  }

  static void checkLine(Bench bench) {
    if (bench.offers(DENSITY)) {
      Grid grid = grid(1);
      Histogram.check(grid, densities(bench, grid.tensor()).values(), samples(bench).values());
    }
  }

  /** Means and second moments, within 5 standard errors. */
  static void checkPlane(Bench bench) {
    if (!bench.offers(DENSITY)) {
      return;
    }
    Faults faults = new Faults();
    Grid grid = grid(2);
    double[] logDensities = densities(bench, grid.tensor()).values();
    double[][] samples = samples(bench).rowsOfValues();
    for (int[] power : Statistics.MOMENTS_OF_PAIRS) {
      double[] found = Statistics.products(samples, power);
      double expected = grid.expectation(logDensities, Statistics.products(grid.points(), power));
      faults.unlessClose(
          Statistics.mean(found),
          expected,
          5 * Statistics.standardError(found) + 1e-3,
          "latent 2, mean of z_0^%d z_1^%d over samples, against the integral",
          power[0],
          power[1]);
    }
    faults.report();
  }

  static void checkGaussian(Subject<Prior> subject, List<Scene<Prior>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Prior> scene : scenes) {
      Bench bench = subject.bench(scene);
      boolean offered = bench.offers(GAUSSIAN_DENSITY);
      faults.presence(offered, expected, Feature.GAUSSIAN_PRIOR, "gaussian()", scene.label());
      if (offered && bench.offers(DENSITY)) {
        bench.parameters().moved(103);
        Map<String, Tensor> results = bench.run(bench.batch(8, 103));
        for (int i = 0; i < 8; i++) {
          double stated = results.get(DENSITY).values()[i];
          double gaussian = results.get(GAUSSIAN_DENSITY).values()[i];
          double tolerance = 1e-9 * Math.max(1, Math.abs(gaussian));
          faults.unlessClose(
              stated, gaussian, tolerance, "%s, log density at point %d", scene.label(), i);
        }
      }
    }
    faults.report();
  }
}
