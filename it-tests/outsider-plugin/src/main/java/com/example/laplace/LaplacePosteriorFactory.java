package com.example.laplace;

import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;

/**
 * Publishes the posterior as {@code laplace}. {@code
 * META-INF/services/dev.elbow.spi.PosteriorFactory} names this class; nothing else registers it.
 */
public final class LaplacePosteriorFactory implements PosteriorFactory<LaplaceOptions> {

  @Override
  public String name() {
    return "laplace";
  }

  @Override
  public String description() {
    return "Laplace distribution with independent dimensions";
  }

  @Override
  public Class<LaplaceOptions> optionsType() {
    return LaplaceOptions.class;
  }

  @Override
  public Posterior create(LaplaceOptions options, PartContext context) {
    return new LaplacePosterior(context.latentSize(), options);
  }
}
