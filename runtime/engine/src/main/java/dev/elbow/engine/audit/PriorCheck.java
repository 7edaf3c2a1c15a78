package dev.elbow.engine.audit;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.audit.Statistics.Mean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether log p(z) is that of a density: against the prior's own sampler by the change of
 * variables, or else by its integral.
 */
final class PriorCheck {
  static final String TERM = "log p(z)";
  private static final String JACOBIAN = "stated density, and the prior sampler's by its Jacobian";
  private static final String INTEGRAL = "integral of the stated density";
  private static final String GAUSSIAN =
      "stated density, and the Gaussian that the KL takes it for";
  private static final int POINTS = 128;
  private static final int ROWS = 40_000;
  private static final int PROPOSALS = 8192;
  private static final int LARGEST_LATENT = 10;
  private static final double LARGEST_ERROR = 0.02;

  private final PriorGraph prior;
  private final RowRunner runner;
  private final NoiseLayout noise;
  private final int latent;
  private final long seed;

  PriorCheck(AuditModel model, double epoch, long seed) {
    this.prior = model.prior();
    this.runner = new RowRunner(prior.graph(), epoch);
    this.noise = new NoiseLayout(prior.noises());
    this.latent = model.parts().latent();
    this.seed = seed;
  }

  /** Nothing if the prior states no density. */
  List<Check> check() {
    if (!prior.density()) {
      return List.of();
    }
    List<Check> checks = new ArrayList<>();
    checks.add(noise.size() == latent ? jacobian() : integral());
    if (prior.gaussian()) {
      checks.add(gaussian());
    }
    return checks;
  }

  private Check jacobian() {
    int points = Math.max(8, Math.min(POINTS, ROWS / (4 * latent)));
    double[][] vectors = noise.draw(seed, "prior", points);
    NumericLogDeterminant map = NumericLogDeterminant.of((owners, moved) -> sample(moved), vectors);
    double[] stated = density(sample(vectors));
    int[] reliable = IntStream.range(0, points).filter(i -> map.reliable()[i]).toArray();
    if (reliable.length < points / 2) {
      return integral();
    }
    double[] said = Arrays.stream(reliable).mapToDouble(i -> stated[i]).toArray();
    double[] found =
        Arrays.stream(reliable)
            .mapToDouble(i -> noise.logDensity(vectors[i]) - map.values()[i])
            .toArray();
    return Comparison.exact(TERM, JACOBIAN, said, found);
  }

  /** E_g [ p(z) / g(z) ] = 1 with g a density around the prior's samples. */
  private Check integral() {
    if (latent > LARGEST_LATENT) {
      return trusted("beyond %d dimensions it cannot be measured".formatted(LARGEST_LATENT));
    }
    double[][] samples = sample(noise.draw(seed, "prior", PROPOSALS));
    Proposal proposal = new Proposal(samples, latent);
    RandomStream random = RandomStreams.stream(seed, "audit/integral", 0);
    double[][] z = new double[PROPOSALS][];
    Arrays.setAll(z, i -> proposal.sample(random));
    double[] logP = density(z);
    double[] weights = new double[PROPOSALS];
    Arrays.setAll(weights, i -> Math.exp(logP[i] - proposal.logDensity(z[i])));
    Mean mean = Mean.of(weights);
    Figures figures = Figures.estimated(1, mean.value(), mean.error());
    boolean right = Math.abs(mean.value() - 1) <= KlCheck.SIGMAS * mean.error() + 1e-9;
    if (right && !(mean.error() <= LARGEST_ERROR)) {
      return trusted("its importance weights vary too much to measure it");
    }
    String text =
        TERM + ": integrates to %s instead of 1".formatted(Nats.of(mean.value(), mean.error()));
    return Check.of(right, TERM, INTEGRAL, text).with(figures);
  }

  private static Check trusted(String why) {
    return new Check(
        TERM,
        INTEGRAL,
        Outcome.UNCHECKED,
        Figures.NONE,
        "that the prior's density integrates to one: " + why,
        Scope.NONE);
  }

  private Check gaussian() {
    double[][] z = sample(noise.draw(seed, "gaussian", POINTS));
    List<String> wanted = List.of(PriorGraph.LOG_P, PriorGraph.MEAN, PriorGraph.LOG_VARIANCE);
    Map<String, double[][]> outputs = runner.rows(Map.of(PriorGraph.Z, z), wanted);
    double[] taken = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double[] deviation =
          Arrays.stream(outputs.get(PriorGraph.LOG_VARIANCE)[i])
              .map(logVariance -> Math.exp(logVariance / 2))
              .toArray();
      taken[i] =
          new IndependentGaussian(outputs.get(PriorGraph.MEAN)[i], deviation).logDensity(z[i]);
    }
    double[] stated = Sampler.column(outputs.get(PriorGraph.LOG_P));
    return Comparison.exact(TERM, GAUSSIAN, stated, taken);
  }

  private double[][] sample(double[][] vectors) {
    return runner.rows(new LinkedHashMap<>(noise.inputs(vectors)), PriorGraph.SAMPLE);
  }

  private double[] density(double[][] z) {
    return Sampler.column(runner.rows(Map.of(PriorGraph.Z, z), PriorGraph.LOG_P));
  }
}
