package dev.elbow.plugin.posterior.diagonal;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link DiagonalPosterior} as {@code diagonal}. */
@Component(service = PosteriorFactory.class)
@ServiceProvider(value = PosteriorFactory.class, resolution = Resolution.OPTIONAL)
public final class DiagonalPosteriorFactory implements PosteriorFactory<DiagonalOptions> {

  @Override
  public String name() {
    return "diagonal";
  }

  @Override
  public String description() {
    return "Gaussian with independent dimensions, the usual VAE posterior";
  }

  @Override
  public Class<DiagonalOptions> optionsType() {
    return DiagonalOptions.class;
  }

  @Override
  public Posterior create(DiagonalOptions options, PartContext context) {
    return new DiagonalPosterior(context.latentSize(), options.spread());
  }
}
