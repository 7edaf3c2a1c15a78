package com.example.rho;

import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;

/** Publishes {@link PublishedAr1Posterior} as {@code ar1-as-published}. */
public final class PublishedAr1PosteriorFactory implements PosteriorFactory<NoOptions> {

  @Override
  public String name() {
    return "ar1-as-published";
  }

  @Override
  public String description() {
    return "The rho-VAE as its official code has it: its figures are not bounds";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Posterior create(NoOptions options, PartContext context) {
    return new PublishedAr1Posterior(context.latentSize());
  }
}
