package dev.elbow.tck;

import dev.elbow.graph.numeric.LogDeterminant;
import dev.elbow.spi.Posterior;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Q5 and Q6: what a posterior states in closed form against what its samples show. */
final class ClosedFormRules {
  private static final int SAMPLES = 20_000;
  private static final double ERRORS = 4;

  private ClosedFormRules() {}

  static void checkKl(Subject<Posterior> subject, List<Scene<Posterior>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes) {
      Bench bench = subject.bench(scene);
      Map<String, KnownPrior> closed = closedForms(bench, scene.context().latentSize());
      faults.presence(
          !closed.isEmpty(), expected, Feature.CLOSED_FORM_KL, "moments or kl()", scene.label());
      if (!expected || closed.isEmpty()) {
        continue;
      }
      notNegative(bench, closed, scene.label(), faults);
      if (bench.offers(PosteriorRules.SAMPLE_DENSITY)) {
        for (int seed = 91; seed <= 92; seed++) {
          monteCarlo(bench, closed, seed, scene.label(), faults);
        }
      }
    }
    faults.report();
  }

  private static Map<String, KnownPrior> closedForms(Bench bench, int latent) {
    Map<String, KnownPrior> forms = new LinkedHashMap<>();
    forms.put(PosteriorRules.OWN_KL, KnownPrior.standard(latent));
    PosteriorRules.priors(latent).forEach(p -> forms.put(PosteriorRules.klTo(p), p));
    forms.keySet().removeIf(name -> !bench.offers(name));
    return forms;
  }

  private static void notNegative(
      Bench bench, Map<String, KnownPrior> closed, String scene, Faults faults) {
    bench.parameters().moved(25);
    for (double scale : new double[] {0.05, 0.5, 2}) {
      Batch batch = bench.batch(16, 90).map(PosteriorRules.PARAMETERS, p -> p.map(v -> v * scale));
      for (String name : closed.keySet()) {
        // one example at a time: a sum over the batch is another rule's business
        for (int row = 0; row < batch.rows(); row++) {
          double kl = bench.run(batch.select(row), name).values()[0];
          faults.unless(kl >= -1e-9, "%s: expected %s of at least 0, found %.9g", scene, name, kl);
        }
      }
    }
  }

  private static void monteCarlo(
      Bench bench, Map<String, KnownPrior> closed, int seed, String scene, Faults faults) {
    Batch one = bench.batch(1, seed);
    Batch many = samples(bench, one, seed);
    double[] logQ = bench.run(many, PosteriorRules.SAMPLE_DENSITY).values();
    Tensor z = bench.run(many, PosteriorRules.Z);
    closed.forEach(
        (name, prior) -> {
          double[] logP = prior.logDensities(z);
          double[] ratios = new double[SAMPLES];
          Arrays.setAll(ratios, i -> logQ[i] - logP[i]);
          double tolerance = ERRORS * Statistics.standardError(ratios) + 1e-9;
          double stated = bench.run(one, name).values()[0];
          faults.unlessClose(
              stated,
              Statistics.mean(ratios),
              tolerance,
              "%s, %s against Monte Carlo",
              scene,
              name);
        });
  }

  /** The same example many times, with noise of its own each time. */
  private static Batch samples(Bench bench, Batch one, int seed) {
    return bench.withNoise(one.repeated(SAMPLES), seed + 1000);
  }

  static void checkMoments(Subject<Posterior> subject, List<Scene<Posterior>> scenes) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes) {
      Bench bench = subject.bench(scene);
      if (bench.offers(PosteriorRules.MEAN)) {
        moments(bench, scene.label(), faults);
      }
    }
    faults.report();
  }

  private static void moments(Bench bench, String scene, Faults faults) {
    bench.parameters().moved(26);
    Batch one = bench.batch(1, 93);
    Map<String, Tensor> stated = bench.run(one);
    double[][] z = bench.run(samples(bench, one, 94), PosteriorRules.Z).rowsOfValues();
    double[][] covariance = Statistics.covariance(z);
    double[] means = Statistics.means(z);
    int n = means.length;
    for (int i = 0; i < n; i++) {
      double variance = Math.exp(stated.get(PosteriorRules.LOG_VARIANCE).values()[i]);
      double mean = stated.get(PosteriorRules.MEAN).values()[i];
      double meanError = 5 * Math.sqrt(variance / SAMPLES);
      faults.unlessClose(means[i], mean, meanError, "%s, mean of dimension %d", scene, i);
      double varianceError = 5 * variance * Math.sqrt(2.0 / SAMPLES);
      faults.unlessClose(
          covariance[i][i], variance, varianceError, "%s, variance of dimension %d", scene, i);
    }
    Tensor r = stated.get(PosteriorRules.LOG_CORRELATION);
    double found = logCorrelation(covariance);
    double error = 5 * Math.sqrt(2.0 * n / SAMPLES);
    faults.unlessClose(
        found, r == null ? 0 : r.values()[0], error, "%s, log det of the correlation", scene);
  }

  private static double logCorrelation(double[][] covariance) {
    double sum = LogDeterminant.of(covariance);
    for (int i = 0; i < covariance.length; i++) {
      sum -= Math.log(covariance[i][i]);
    }
    return sum;
  }
}
