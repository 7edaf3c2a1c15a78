package dev.elbow.tck;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Prior;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * N(mean, exp(logVariance)) in every dimension: the prior beside the part under test, and what its
 * density is in plain Java.
 */
record KnownPrior(int latent, double mean, double logVariance) implements Prior {

  static KnownPrior standard(int latent) {
    return new KnownPrior(latent, 0, 0);
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    SDVariable standardised = z.sub(mean).mul(Math.exp(-logVariance / 2));
    return Optional.of(graph.standardNormalLogDensity(standardised).sub(latent * logVariance / 2));
  }

  @Override
  public SDVariable sample(Graph graph) {
    SDVariable noise = graph.noise("prior-noise", Noise.STANDARD_NORMAL, latent);
    return noise.mul(Math.exp(logVariance / 2)).add(mean);
  }

  @Override
  public Optional<DiagonalGaussian> gaussian(Graph graph) {
    if (mean == 0 && logVariance == 0) {
      return Optional.of(DiagonalGaussian.standard());
    }
    return Optional.of(
        DiagonalGaussian.of(
            graph.constant("prior-mean", Nd4j.valueArrayOf(new long[] {1, latent}, mean)),
            graph.constant(
                "prior-log-variance", Nd4j.valueArrayOf(new long[] {1, latent}, logVariance))));
  }

  double logDensity(double... z) {
    double sum = 0;
    for (double v : z) {
      sum += Statistics.logNormal((v - mean) * Math.exp(-logVariance / 2)) - logVariance / 2;
    }
    return sum;
  }

  double[] logDensities(Tensor z) {
    return Arrays.stream(z.rowsOfValues()).mapToDouble(this::logDensity).toArray();
  }
}
