package dev.elbow.spi;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * KL(q(z|x) || p(z)) of each example.
 *
 * @param perExample {@code [batch]}, nats
 * @param perDimension {@code [batch, latent]}, adding up to {@code perExample}; empty unless both
 *     distributions factorise
 * @param closedForm whether it is exact, or a one-sample Monte Carlo estimate
 */
public record KullbackLeibler(
    SDVariable perExample, Optional<SDVariable> perDimension, boolean closedForm) {
  public KullbackLeibler {
    Objects.requireNonNull(perExample);
    Objects.requireNonNull(perDimension);
  }
}
