package dev.elbow.plugin.posterior.ar1;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link Ar1Posterior} as {@code ar1}. */
@Component(service = PosteriorFactory.class)
@ServiceProvider(value = PosteriorFactory.class, resolution = Resolution.OPTIONAL)
public final class Ar1PosteriorFactory implements PosteriorFactory<Ar1Options> {

  @Override
  public String name() {
    return "ar1";
  }

  @Override
  public String description() {
    return "Gaussian with first-order autoregressive correlation (rho-VAE)";
  }

  @Override
  public Class<Ar1Options> optionsType() {
    return Ar1Options.class;
  }

  @Override
  public Posterior create(Ar1Options options, PartContext context) {
    return new Ar1Posterior(context.latentSize(), options);
  }
}
