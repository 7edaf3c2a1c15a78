package dev.elbow.tck;

import static dev.elbow.tck.PosteriorRules.SAMPLE_DENSITY;
import static dev.elbow.tck.PosteriorRules.Z;

import dev.elbow.graph.NoiseSpec;
import dev.elbow.graph.numeric.LogDeterminant;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Q2: the density that a posterior states of its samples against the samples. */
final class SamplerRule {
  private static final int POINTS = 8;
  private static final int SAMPLES = 20_000;

  /** Narrower than the samples, so that the ratio stays small in the tails. */
  private static final double NARROWER = 0.7;

  private SamplerRule() {}

  static void check(Subject<Posterior> subject, List<Scene<Posterior>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes) {
      Bench bench = subject.bench(scene);
      boolean offered = bench.offers(SAMPLE_DENSITY);
      faults.presence(
          offered, expected, Feature.SAMPLE_DENSITY, "logDensity() of the sample", scene.label());
      if (offered && expected) {
        bench.parameters().moved(21);
        one(bench, scene, faults);
      }
    }
    faults.report();
  }

  private static void one(Bench bench, Scene<Posterior> scene, Faults faults) {
    int latent = scene.context().latentSize();
    int width = noiseWidth(bench);
    faults.unless(width > 0, "%s: a density is stated, but no noise is used", scene.label());
    if (width == latent) {
      changeOfVariables(bench, scene.label(), latent, faults);
    } else if (width > 0) {
      identity(bench, scene.label(), faults);
    }
  }

  private static int noiseWidth(Bench bench) {
    return bench.graph().noises().stream()
        .mapToInt(noise -> (int) Arrays.stream(noise.shapePerExample()).reduce(1, (a, b) -> a * b))
        .sum();
  }

  /** The noise's density less the log-determinant of the numeric Jacobian from noise to z. */
  private static void changeOfVariables(Bench bench, String scene, int latent, Faults faults) {
    Batch batch = bench.batch(POINTS, 81);
    double[][][] jacobians = new double[POINTS][latent][latent];
    double[] logNoise = new double[POINTS];
    int column = 0;
    for (NoiseSpec noise : bench.graph().noises()) {
      if (noise.distribution() == Noise.UNIFORM) {
        batch = batch.map(noise.name(), u -> u.map(v -> 0.05 + 0.9 * v));
      }
      column = fill(jacobians, column, Jacobians.of(bench, batch, Z, noise.name()));
      for (int i = 0; i < POINTS && noise.distribution() == Noise.STANDARD_NORMAL; i++) {
        logNoise[i] +=
            Arrays.stream(batch.get(noise.name()).rowValues(i)).map(Statistics::logNormal).sum();
      }
    }
    double[] stated = bench.run(batch, SAMPLE_DENSITY).values();
    for (int i = 0; i < POINTS; i++) {
      double expected = logNoise[i] - LogDeterminant.of(jacobians[i]);
      faults.unlessClose(stated[i], expected, 1e-5, "%s, log density of sample %d", scene, i);
    }
  }

  private static int fill(double[][][] all, int column, double[][][] part) {
    for (int i = 0; i < all.length; i++) {
      for (int row = 0; row < all[i].length; row++) {
        System.arraycopy(part[i][row], 0, all[i][row], column, part[i][row].length);
      }
    }
    return column + part[0][0].length;
  }

  /** With more noise than dimensions: E[r(z) / q(z)] = 1 for any density r, here a normal one. */
  private static void identity(Bench bench, String scene, Faults faults) {
    Batch one = bench.batch(1, 81);
    Map<String, Tensor> results = bench.run(bench.withNoise(one.repeated(SAMPLES), 82));
    double[][] z = results.get(Z).rowsOfValues();
    double[] means = Statistics.means(z);
    double[][] covariance = Statistics.covariance(z);
    double[] ratios = results.get(SAMPLE_DENSITY).map(q -> -q).values();
    for (int i = 0; i < ratios.length; i++) {
      for (int j = 0; j < means.length; j++) {
        double deviation = NARROWER * Math.sqrt(covariance[j][j]);
        ratios[i] += Statistics.logNormal((z[i][j] - means[j]) / deviation) - Math.log(deviation);
      }
      ratios[i] = Math.exp(ratios[i]);
    }
    faults.unlessClose(
        Statistics.mean(ratios),
        1,
        5 * Statistics.standardError(ratios) + 1e-3,
        "%s, mean over samples of a normal density over the stated one",
        scene);
  }
}
