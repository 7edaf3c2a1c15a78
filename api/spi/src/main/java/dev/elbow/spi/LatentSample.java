package dev.elbow.spi;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A sample of the posterior and what is known of it.
 *
 * <p>Made with {@link #of(SDVariable, SDVariable)} or {@link #point(SDVariable)}, refined with the
 * {@code with} methods.
 */
public final class LatentSample {
  private final SDVariable z;
  private final Optional<SDVariable> logDensity;
  private final SDVariable code;
  private final Optional<GaussianMoments> moments;

  private LatentSample(
      SDVariable z,
      Optional<SDVariable> logDensity,
      SDVariable code,
      Optional<GaussianMoments> moments) {
    this.z = Objects.requireNonNull(z);
    this.logDensity = logDensity;
    this.code = Objects.requireNonNull(code);
    this.moments = moments;
  }

  /**
   * A sample with its density.
   *
   * @param z {@code [batch, latent]}
   * @param logDensity log q(z|x) at this z, {@code [batch]}, nats
   */
  public static LatentSample of(SDVariable z, SDVariable logDensity) {
    return new LatentSample(z, Optional.of(logDensity), z, Optional.empty());
  }

  /** A code without a distribution, as an autoencoder has: no density, hence no bound. */
  public static LatentSample point(SDVariable z) {
    return new LatentSample(z, Optional.empty(), z, Optional.empty());
  }

  /** The same sample, with the deterministic code that represents the example (its mean). */
  public LatentSample withCode(SDVariable deterministicCode) {
    return new LatentSample(z, logDensity, deterministicCode, moments);
  }

  /** The same sample of a Gaussian with these moments; the code becomes its mean. */
  public LatentSample withMoments(GaussianMoments gaussian) {
    return new LatentSample(z, logDensity, gaussian.mean(), Optional.of(gaussian));
  }

  /** The sample, {@code [batch, latent]}. */
  public SDVariable z() {
    return z;
  }

  /** log q(z|x) at the sample, {@code [batch]}, nats; empty for a point posterior. */
  public Optional<SDVariable> logDensity() {
    return logDensity;
  }

  /** The code that represents the example, {@code [batch, latent]}; z itself by default. */
  public SDVariable code() {
    return code;
  }

  /** The moments, if q(z|x) is Gaussian. */
  public Optional<GaussianMoments> moments() {
    return moments;
  }
}
