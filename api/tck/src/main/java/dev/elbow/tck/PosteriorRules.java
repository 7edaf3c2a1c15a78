package dev.elbow.tck;

import dev.elbow.spi.Posterior;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Q3, Q4 and Q7: a posterior's density and code. */
final class PosteriorRules {
  static final String PARAMETERS = "parameters";
  static final String POINT = "point";
  static final String Z = "z";
  static final String SAMPLE_DENSITY = "sample-log-density";
  static final String DENSITY = "log-density";
  static final String CODE = "code";
  static final String MEAN = "mean";
  static final String LOG_VARIANCE = "log-variance";
  static final String LOG_CORRELATION = "log-correlation-determinant";
  static final String OWN_KL = "kl-of-the-posterior";

  private static final int POINTS = 8;

  private PosteriorRules() {}

  /** The priors to which a Gaussian's KL is asked: the standard normal and another one. */
  static List<KnownPrior> priors(int latent) {
    return List.of(KnownPrior.standard(latent), new KnownPrior(latent, 0.7, -0.4));
  }

  static String klTo(KnownPrior prior) {
    return prior.mean() == 0 ? "kl-to-standard-normal" : "kl-to-another-normal";
  }

  static void checkDensityAnywhere(
      Subject<Posterior> subject, List<Scene<Posterior>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes) {
      Bench bench = subject.bench(scene);
      boolean offered = bench.offers(DENSITY);
      faults.presence(
          offered,
          expected,
          Feature.DENSITY_ANYWHERE,
          "logDensity(graph, parameters, z)",
          scene.label());
      if (offered && expected && bench.offers(SAMPLE_DENSITY)) {
        bench.parameters().moved(22);
        Batch batch = bench.batch(POINTS, 82);
        Map<String, Tensor> results = bench.run(batch);
        double[] found = bench.run(batch.with(POINT, results.get(Z)), DENSITY).values();
        double[] own = results.get(SAMPLE_DENSITY).values();
        for (int i = 0; i < POINTS; i++) {
          double tolerance = 1e-8 * Math.max(1, Math.abs(own[i]));
          faults.unlessClose(found[i], own[i], tolerance, "%s, sample %d", scene.label(), i);
        }
      }
    }
    faults.report();
  }

  static void checkIntegral(Subject<Posterior> subject, List<Scene<Posterior>> scenes) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes) {
      Bench bench = subject.bench(scene);
      bench.parameters().moved(23);
      Batch one = bench.batch(1, 83).map(PARAMETERS, p -> p.map(v -> 0.5 * v));
      double[] centre = bench.run(one, CODE).values();
      Grid.requireDensity(
          centre,
          0.5,
          1e-4,
          z -> bench.run(one.repeated(z.rows()).with(POINT, z), DENSITY),
          scene.label(),
          faults);
    }
    faults.report();
  }

  static void checkCode(Bench bench, boolean expected) {
    Faults faults = new Faults();
    bench.parameters().moved(24);
    Batch batch = bench.batch(POINTS, 84);
    Tensor once = bench.run(batch, CODE);
    Tensor other = bench.run(bench.withNoise(batch, 85), CODE);
    boolean same = Arrays.equals(once.values(), other.values());
    faults.unless(
        same || !expected,
        "with other noise the code is %s, before %s; declare DETERMINISTIC_CODE missing if z itself"
            + " is meant",
        Arrays.toString(other.rowValues(0)),
        Arrays.toString(once.rowValues(0)));
    faults.unless(
        !same || expected,
        "DETERMINISTIC_CODE is declared missing, but the code ignores the noise");
    faults.report();
  }
}
