package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Density.Source;
import java.util.Arrays;
import java.util.Optional;

/**
 * The KL of the distribution that is sampled, by Monte Carlo: log q(z|x) - log p(z) at samples.
 *
 * @param differences {@code [examples][samples]}
 */
record MeasuredKl(double[][] differences) {
  private static final int ROWS = 300_000;
  private static final int FEWEST = 8;

  /**
   * Samples with the density that was found right, or with the measured one, which takes 4 latent
   * evaluations a sample and therefore gets fewer.
   */
  static Optional<MeasuredKl> of(
      Sampler sampler,
      Density density,
      double[][] parameters,
      int latent,
      AuditOptions options,
      long seed) {
    if (density.source() == Source.NONE || !sampler.latent().has(LatentGraph.LOG_P)) {
      return Optional.empty();
    }
    boolean stated = density.source() == Source.STATED;
    int affordable = Math.max(FEWEST, ROWS / (4 * latent * parameters.length));
    int samples = stated ? options.samples() : Math.min(options.samples(), affordable);
    double[][] rows = Sampler.repeat(parameters, samples);
    double[][] vectors = sampler.noise().draw(seed, "kl", rows.length);
    double[] logQ =
        stated
            ? sampler.column(rows, vectors, LatentGraph.LOG_Q)
            : sampler.measure(rows, vectors).logDensity();
    double[] logP = sampler.column(rows, vectors, LatentGraph.LOG_P);
    double[][] differences = new double[parameters.length][samples];
    for (int i = 0; i < rows.length; i++) {
      differences[i / samples][i % samples] = logQ[i] - logP[i];
    }
    return Optional.of(new MeasuredKl(differences));
  }

  int samples() {
    return differences[0].length;
  }

  /** The mean over samples of each example. */
  double[] perExample() {
    return Arrays.stream(differences).mapToDouble(Statistics::mean).toArray();
  }

  /** The mean over examples. */
  double mean() {
    return Statistics.mean(perExample());
  }

  /** Of the mean over these very examples: the samples' error alone. */
  double standardError() {
    double squares =
        Statistics.sum(
            differences.length,
            i -> {
              double error = Statistics.Mean.of(differences[i]).error();
              return error * error;
            });
    return Math.sqrt(squares) / differences.length;
  }

  /** The same of an estimate from one sample of each example. */
  double errorOfOneSample() {
    return standardError() * Math.sqrt(samples());
  }

  /** The mean of each example over the first or the second half of its samples. */
  double[] half(int which) {
    int size = samples() / 2;
    return Arrays.stream(differences)
        .mapToDouble(
            row -> Statistics.mean(Arrays.copyOfRange(row, which * size, (which + 1) * size)))
        .toArray();
  }
}
