package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Statistics.Mean;
import java.util.Arrays;
import java.util.List;

/**
 * A stated density against samples, for samplers that take more random numbers than z has
 * dimensions. If q is the density of z, then for any density r
 *
 * <pre>E_q [ r(z) / q(z) ] = 1</pre>
 *
 * <p>r is a Gaussian with independent dimensions, fitted to other samples and a little narrower, so
 * that the weights stay moderate.
 *
 * <p>Source: Gelfand and Dey, Bayesian Model Choice: Asymptotics and Exact Calculations, 1994.
 */
final class WeightCheck {
  private static final String WHAT = "stated density, and samples weighed by it";
  private static final int EXAMPLES = 8;
  private static final int SAMPLES = 2048;
  private static final double NARROWER = 0.8;
  private static final double SIGMAS = 5;
  private static final double LARGEST_ERROR = 0.05;

  private final Sampler sampler;
  private final int latent;
  private final long seed;

  WeightCheck(Sampler sampler, int latent, long seed) {
    this.sampler = sampler;
    this.latent = latent;
    this.seed = seed;
  }

  Check check(double[][] parameters) {
    int examples = Math.min(EXAMPLES, parameters.length);
    double[] weights = new double[examples * SAMPLES];
    for (int i = 0; i < examples; i++) {
      weigh(parameters[i], i, weights);
    }
    Mean mean = Mean.of(weights);
    Figures figures = Figures.estimated(1, mean.value(), mean.error());
    if (mean.error() > LARGEST_ERROR && Math.abs(mean.value() - 1) < SIGMAS * mean.error()) {
      return Check.unchecked(
              DensityCheck.TERM, WHAT, "the weights of the samples vary too much to tell")
          .with(figures);
    }
    return Check.of(
            Math.abs(mean.value() - 1) <= SIGMAS * mean.error() + 1e-9,
            DensityCheck.TERM,
            WHAT,
            DensityCheck.TERM
                + ": the samples, weighed by the stated density, add up to %s instead of 1"
                    .formatted(Nats.of(mean.value(), mean.error())))
        .with(figures);
  }

  private void weigh(double[] parameters, int example, double[] weights) {
    double[][] rows = new double[2 * SAMPLES][];
    Arrays.fill(rows, parameters);
    double[][] vectors = sampler.noise().draw(seed, "weights/" + example, rows.length);
    var outputs = sampler.at(rows, vectors, List.of(LatentGraph.Z, LatentGraph.LOG_Q));
    double[][] z = outputs.get(LatentGraph.Z);
    double[] logQ = Sampler.column(outputs.get(LatentGraph.LOG_Q));
    IndependentGaussian r =
        IndependentGaussian.fit(Arrays.copyOf(z, SAMPLES), latent).scaled(NARROWER);
    for (int i = 0; i < SAMPLES; i++) {
      double logWeight = r.logDensity(z[SAMPLES + i]) - logQ[SAMPLES + i];
      weights[example * SAMPLES + i] = Math.exp(logWeight);
    }
  }
}
