package dev.elbow.spi;

import org.osgi.annotation.versioning.ProviderType;

/** What a part may know of the model when it is made. */
@ProviderType
public interface PartContext {

  /** The size of z; at least 1. */
  int latentSize();

  /** The shape of one example. */
  DataShape dataShape();

  /** What values the examples hold. */
  DataValues dataValues();

  /**
   * The model's encoder, for a part that scores pseudo-inputs (VampPrior).
   *
   * @throws InputException if the model has none
   */
  Encoder encoder();
}
