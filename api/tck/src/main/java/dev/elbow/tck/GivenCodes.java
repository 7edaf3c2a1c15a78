package dev.elbow.tck;

import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Prior;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Codes and samples of a prior, for numeric tests of a divergence that needs nothing else: what
 * else it asks for throws {@link UnsupportedOperationException}.
 *
 * @param codes {@code [batch, latent]}
 * @param priorSample {@code [batch, latent]}
 */
public record GivenCodes(SDVariable codes, SDVariable priorSample) implements Latent {

  @Override
  public LatentSample sample() {
    return LatentSample.point(codes);
  }

  @Override
  public SDVariable parameters() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Prior prior() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SDVariable priorLogDensity(SDVariable z) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KullbackLeibler kl() {
    throw new UnsupportedOperationException();
  }
}
