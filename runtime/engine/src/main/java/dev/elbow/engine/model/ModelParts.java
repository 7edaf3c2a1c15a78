package dev.elbow.engine.model;

import dev.elbow.engine.options.ModelOptions;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import java.util.List;

/**
 * The configured parts of one model.
 *
 * @param options network, posterior, prior and decoder
 * @param objective terms with their weights
 * @param shape of an example
 * @param values of an example
 */
public record ModelParts(
    ModelOptions options, List<WeightedTerm> objective, DataShape shape, DataValues values) {

  /** The size of z. */
  public int latent() {
    return options.latent();
  }
}
