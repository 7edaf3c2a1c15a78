package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Statistics.Mean;
import dev.elbow.graph.numeric.LogDeterminant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The stated mean, variances and correlation of a Gaussian posterior against its samples. */
final class MomentsCheck {
  private static final String WHAT = "stated, and of %d samples of each of %d examples";
  private static final int EXAMPLES = 8;
  private static final int GROUP = 256;
  private static final int GROUPS = 16;
  private static final int SAMPLES = GROUP * GROUPS;
  private static final int LARGEST_LATENT = 64;

  /** Above the largest of some hundred standard normal numbers by far. */
  private static final double SIGMAS = 6;

  private final Sampler sampler;
  private final int latent;
  private final long seed;

  MomentsCheck(Sampler sampler, int latent, long seed) {
    this.sampler = sampler;
    this.latent = latent;
    this.seed = seed;
  }

  /** Nothing if no moments are stated. */
  List<Check> check(double[][] parameters) {
    if (!sampler.latent().has(LatentGraph.MEAN)) {
      return List.of();
    }
    int examples = Math.min(EXAMPLES, parameters.length);
    Deviations means = new Deviations("mean of z");
    Deviations variances = new Deviations("variance of z");
    double[] stated = new double[examples * GROUPS];
    double[] found = new double[examples * GROUPS];
    for (int i = 0; i < examples; i++) {
      Moments moments = stated(parameters[i]);
      double[][] z = samples(parameters[i], i);
      IndependentGaussian fitted = IndependentGaussian.fit(z, latent);
      for (int j = 0; j < latent; j++) {
        double v = moments.variance[j];
        double deviation = fitted.deviation()[j];
        means.add(moments.mean[j], fitted.mean()[j], Math.sqrt(v / SAMPLES));
        variances.add(v, deviation * deviation, v * Math.sqrt(2.0 / (SAMPLES - 1)));
      }
      for (int group = 0; group < GROUPS && latent <= LARGEST_LATENT; group++) {
        stated[i * GROUPS + group] = moments.logDetR;
        found[i * GROUPS + group] =
            logDetR(Arrays.copyOfRange(z, group * GROUP, (group + 1) * GROUP));
      }
    }
    String what = WHAT.formatted(SAMPLES, examples);
    List<Check> checks = new ArrayList<>(List.of(means.check(what), variances.check(what)));
    if (latent > 1 && latent <= LARGEST_LATENT) {
      checks.add(correlation(stated, found, what));
    }
    return checks;
  }

  private record Moments(double[] mean, double[] variance, double logDetR) {}

  private Moments stated(double[] parameters) {
    List<String> wanted = new ArrayList<>(List.of(LatentGraph.MEAN, LatentGraph.LOG_VARIANCE));
    boolean correlated = sampler.latent().has(LatentGraph.LOG_DET_R);
    if (correlated) {
      wanted.add(LatentGraph.LOG_DET_R);
    }
    double[][] one = {parameters};
    Map<String, double[][]> found = sampler.at(one, sampler.noise().draw(seed, "one", 1), wanted);
    double[] variance =
        Arrays.stream(found.get(LatentGraph.LOG_VARIANCE)[0]).map(Math::exp).toArray();
    double logDetR = correlated ? found.get(LatentGraph.LOG_DET_R)[0][0] : 0;
    return new Moments(found.get(LatentGraph.MEAN)[0], variance, logDetR);
  }

  private double[][] samples(double[] parameters, int example) {
    double[][] rows = new double[SAMPLES][];
    Arrays.fill(rows, parameters);
    double[][] vectors = sampler.noise().draw(seed, "moments/" + example, SAMPLES);
    return sampler.at(rows, vectors, List.of(LatentGraph.Z)).get(LatentGraph.Z);
  }

  private static Check correlation(double[] stated, double[] found, String what) {
    Mean mean = Mean.of(found);
    double said = Statistics.mean(stated);
    double[] deviations = new double[found.length];
    Arrays.setAll(deviations, i -> found[i] - stated[i]);
    Mean deviation = Mean.of(deviations);
    String term = "correlation of z";
    boolean right = Math.abs(deviation.value()) <= KlCheck.SIGMAS * deviation.error() + 1e-9;
    return Check.of(
            right,
            term,
            what,
            term
                + ": stated log determinant %s, of the samples %s"
                    .formatted(Nats.of(said), Nats.of(mean.value(), deviation.error())))
        .with(Figures.estimated(said, mean.value(), deviation.error()));
  }

  /**
   * The log-determinant of the correlation, without the bias that it has in a sample: for a Wishart
   * matrix of n = rows - 1 degrees of freedom that is sum_(i=2..d) digamma((n - i + 1) / 2) -
   * digamma(n / 2).
   */
  private double logDetR(double[][] z) {
    IndependentGaussian fitted = IndependentGaussian.fit(z, latent);
    double[][] r = new double[latent][latent];
    for (int i = 0; i < latent; i++) {
      for (int j = 0; j <= i; j++) {
        int a = i;
        int b = j;
        double products =
            Statistics.sum(
                z.length, k -> (z[k][a] - fitted.mean()[a]) * (z[k][b] - fitted.mean()[b]));
        r[i][j] = products / ((z.length - 1) * fitted.deviation()[i] * fitted.deviation()[j]);
        r[j][i] = r[i][j];
      }
    }
    int n = z.length - 1;
    double bias = 0;
    for (int i = 2; i <= latent; i++) {
      bias += Statistics.digamma((n - i + 1) / 2.0) - Statistics.digamma(n / 2.0);
    }
    return LogDeterminant.of(r) - bias;
  }

  /** The largest deviation in standard errors, and the means of all. */
  private static final class Deviations {
    private final String term;
    private final List<double[]> all = new ArrayList<>();

    Deviations(String term) {
      this.term = term;
    }

    void add(double stated, double found, double error) {
      all.add(new double[] {stated, found, error});
    }

    Check check(String what) {
      double[] worst = all.get(0);
      for (double[] one : all) {
        worst = sigmas(one) > sigmas(worst) ? one : worst;
      }
      double stated = all.stream().mapToDouble(one -> one[0]).average().orElseThrow();
      double found = all.stream().mapToDouble(one -> one[1]).average().orElseThrow();
      double squares = all.stream().mapToDouble(one -> one[2] * one[2]).sum();
      return Check.of(
              sigmas(worst) <= SIGMAS,
              term,
              what,
              term
                  + ": of one dimension stated %s, of the samples %s"
                      .formatted(Nats.of(worst[0]), Nats.of(worst[1], worst[2])))
          .with(Figures.estimated(stated, found, Math.sqrt(squares) / all.size()));
    }

    /** NaN and infinity are the largest. */
    private static double sigmas(double[] one) {
      double sigmas = Math.abs(one[1] - one[0]) / one[2];
      return Double.isNaN(sigmas) ? Double.POSITIVE_INFINITY : sigmas;
    }
  }
}
