package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.audit.Density.Source;
import dev.elbow.engine.audit.Sampler.MeasuredDensity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stated log q(z|x) against the density of the samples.
 *
 * <p>A sampler with as many noise numbers as z has dimensions is measured point by point, by the
 * change of variables. With more numbers, the samples are weighed, see {@link WeightCheck}.
 */
final class DensityCheck {
  static final String TERM = "log q(z|x)";
  private static final String JACOBIAN = "stated density, and the sampler's own by its Jacobian";
  private static final String ELSEWHERE = "the same at a given z";
  private static final int DRAWS = 4;
  private static final int ROWS = 60_000;
  private static final int MOST = 64;

  private final Sampler sampler;
  private final int latent;
  private final boolean kl;
  private final long seed;

  /**
   * @param kl whether a KL rests on the density
   */
  DensityCheck(Sampler sampler, int latent, boolean kl, long seed) {
    this.sampler = sampler;
    this.latent = latent;
    this.kl = kl;
    this.seed = seed;
  }

  /**
   * @param parameters of real examples, {@code [examples][parameterCount]}
   */
  Density check(double[][] parameters) {
    int numbers = sampler.noise().size();
    if (numbers == 0) {
      String text = "the posterior is a point: z is no sample of a density";
      return none(kl ? Check.failed(TERM, "sampler", text) : Check.noted(TERM, "sampler", text));
    }
    if (numbers < latent) {
      return none(
          Check.failed(
              TERM,
              "sampler",
              "z of size %d is made from %d random numbers: it has no density"
                  .formatted(latent, numbers)));
    }
    return numbers == latent ? measured(parameters) : weighed(parameters);
  }

  private static Density none(Check... checks) {
    return new Density(Source.NONE, List.of(checks));
  }

  private Density weighed(double[][] parameters) {
    if (!sampler.latent().has(LatentGraph.LOG_Q)) {
      return none(
          Check.unchecked(
              TERM,
              "sampler",
              "the sampler draws %d random numbers for z of size %d and states no density: there is"
                      .formatted(sampler.noise().size(), latent)
                  + " nothing to measure the KL with"));
    }
    Check check = new WeightCheck(sampler, latent, seed).check(parameters);
    List<Check> checks = new ArrayList<>(List.of(check));
    checks.addAll(elsewhere(parameters, vectors(parameters.length)));
    return new Density(
        check.outcome() == Check.Outcome.PASSED ? Source.STATED : Source.NONE, checks);
  }

  private double[][] vectors(int rows) {
    return sampler.noise().draw(seed, "density", rows);
  }

  private Density measured(double[][] all) {
    int examples = Math.max(2, Math.min(MOST, Math.min(all.length, ROWS / (4 * latent * DRAWS))));
    double[][] parameters = Sampler.repeat(Arrays.copyOf(all, examples), DRAWS);
    double[][] vectors = vectors(parameters.length);
    MeasuredDensity measured = sampler.measure(parameters, vectors);
    List<Check> checks = new ArrayList<>();
    if (measured.map().reliableCount() < parameters.length / 2) {
      return none(
          Check.unchecked(
              TERM, JACOBIAN, "the sampler is too rough for a numeric Jacobian at these points"));
    }
    checks.add(folding(measured.map()));
    if (!sampler.latent().has(LatentGraph.LOG_Q)) {
      checks.add(
          Check.noted(TERM, "stated density", "there is none; the sampler's own is measured"));
      return new Density(Source.MEASURED, checks);
    }
    Check check = compare(measured, sampler.column(parameters, vectors, LatentGraph.LOG_Q));
    checks.add(check);
    checks.addAll(elsewhere(parameters, vectors));
    boolean right = check.outcome() == Check.Outcome.PASSED;
    return new Density(right ? Source.STATED : Source.MEASURED, checks);
  }

  /** An invertible smooth map turns space over everywhere or nowhere. */
  private static Check folding(NumericLogDeterminant map) {
    for (int i = 0; i < map.signs().length; i++) {
      int first = i / DRAWS * DRAWS;
      if (map.reliable()[i] && map.reliable()[first] && map.signs()[i] != map.signs()[first]) {
        return Check.failed(
            TERM,
            "one noise for each z",
            "the sampler folds: its Jacobian's determinant changes sign, so that several noises"
                + " give one z and the density counts one of them");
      }
    }
    return Check.passed(TERM, "one noise for each z");
  }

  private static Check compare(MeasuredDensity measured, double[] stated) {
    int[] reliable =
        IntStream.range(0, stated.length).filter(i -> measured.map().reliable()[i]).toArray();
    double[] said = Arrays.stream(reliable).mapToDouble(i -> stated[i]).toArray();
    double[] found = Arrays.stream(reliable).mapToDouble(i -> measured.logDensity()[i]).toArray();
    return Comparison.exact(TERM, JACOBIAN, said, found);
  }

  private List<Check> elsewhere(double[][] parameters, double[][] vectors) {
    if (!sampler.latent().has(LatentGraph.LOG_Q_AT)) {
      return List.of();
    }
    var both = sampler.at(parameters, vectors, List.of(LatentGraph.LOG_Q, LatentGraph.LOG_Q_AT));
    double[] own = Sampler.column(both.get(LatentGraph.LOG_Q));
    double[] at = Sampler.column(both.get(LatentGraph.LOG_Q_AT));
    return List.of(Comparison.exact(TERM, ELSEWHERE, at, own).in(Scope.NONE));
  }
}
