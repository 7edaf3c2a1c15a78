package dev.elbow.spi;

import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A prior N(n, diag v), as a closed-form KL needs it.
 *
 * @param mean {@code [1, latent]}; empty for 0
 * @param logVariance {@code [1, latent]}; empty for 0, that is v = 1
 */
public record DiagonalGaussian(Optional<SDVariable> mean, Optional<SDVariable> logVariance) {

  /** N(0, I). */
  public static DiagonalGaussian standard() {
    return new DiagonalGaussian(Optional.empty(), Optional.empty());
  }

  /** N(mean, diag exp(logVariance)), both {@code [1, latent]}. */
  public static DiagonalGaussian of(SDVariable mean, SDVariable logVariance) {
    return new DiagonalGaussian(Optional.of(mean), Optional.of(logVariance));
  }
}
