package dev.elbow.spi;

import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The result of a flow.
 *
 * @param z {@code [batch, latent]}
 * @param logDeterminant log |det dz'/dz| of each example, {@code [batch]}
 */
public record FlowStep(SDVariable z, SDVariable logDeterminant) {
  public FlowStep {
    Objects.requireNonNull(z);
    Objects.requireNonNull(logDeterminant);
  }
}
