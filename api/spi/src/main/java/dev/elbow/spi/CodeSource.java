package dev.elbow.spi;

import dev.elbow.spi.option.Doc;

/** Where codes come from that are decoded to samples. */
public enum CodeSource {
  @Doc("the prior; of an autoencoder, which has none that its codes follow, a fitted Gaussian")
  PRIOR,
  @Doc("a Gaussian of independent dimensions fitted to the codes of the training data")
  GAUSSIAN,
  @Doc("a mixture of ten Gaussians fitted to the codes of the training data")
  MIXTURE
}
