package dev.elbow.spi;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What the closed-form KL of a Gaussian with covariance C = D^1/2 R D^1/2 needs: the mean, the
 * marginal variances D and the log-determinant of the correlation matrix R.
 *
 * @param mean {@code [batch, latent]}
 * @param logVariance log of the marginal variances, {@code [batch, latent]}
 * @param logCorrelationDeterminant log det R, {@code [batch]}, at most 0; empty if the dimensions
 *     are independent
 */
public record GaussianMoments(
    SDVariable mean, SDVariable logVariance, Optional<SDVariable> logCorrelationDeterminant) {

  public GaussianMoments {
    Objects.requireNonNull(mean);
    Objects.requireNonNull(logVariance);
    Objects.requireNonNull(logCorrelationDeterminant);
  }

  /** A Gaussian with independent dimensions. */
  public static GaussianMoments independent(SDVariable mean, SDVariable logVariance) {
    return new GaussianMoments(mean, logVariance, Optional.empty());
  }

  /** A Gaussian with correlated dimensions. */
  public static GaussianMoments correlated(
      SDVariable mean, SDVariable logVariance, SDVariable logCorrelationDeterminant) {
    return new GaussianMoments(mean, logVariance, Optional.of(logCorrelationDeterminant));
  }

  /**
   * KL(N(m, C) || N(n, diag v)) in nats,
   *
   * <pre>1/2 [ sum_i ((m_i - n_i)^2 + C_ii) / v_i - 1 - log(C_ii / v_i) ] - 1/2 log det R</pre>
   *
   * <p>exact for every covariance C, because the prior's is diagonal.
   *
   * @return {@code [batch]}
   */
  public SDVariable kl(DiagonalGaussian prior) {
    SDVariable marginal = Operations.sumPerExample(klOfMarginals(prior));
    return logCorrelationDeterminant.map(r -> marginal.sub(r.mul(0.5))).orElse(marginal);
  }

  /**
   * The KL of each dimension's marginal to the prior's, {@code [batch, latent]}. They add up to
   * {@link #kl} only if the dimensions are independent.
   */
  public SDVariable klOfMarginals(DiagonalGaussian prior) {
    SDVariable deviation = prior.mean().map(mean::sub).orElse(mean);
    SDVariable logRatio = prior.logVariance().map(logVariance::sub).orElse(logVariance);
    SDVariable square = deviation.mul(deviation);
    SDVariable scaled = prior.logVariance().map(v -> square.mul(exp(v.neg()))).orElse(square);
    return scaled.add(exp(logRatio)).sub(1).sub(logRatio).mul(0.5);
  }

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }
}
