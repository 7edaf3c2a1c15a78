package dev.elbow.plugin.divergence.kl;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link KlDivergence} as {@code kl}. */
@Component(service = DivergenceFactory.class)
@ServiceProvider(value = DivergenceFactory.class, resolution = Resolution.OPTIONAL)
public final class KlDivergenceFactory implements DivergenceFactory<KlOptions> {

  @Override
  public String name() {
    return "kl";
  }

  @Override
  public String description() {
    return "Kullback-Leibler divergence of the posterior from the prior, with free bits";
  }

  @Override
  public Class<KlOptions> optionsType() {
    return KlOptions.class;
  }

  @Override
  public Divergence create(KlOptions options, PartContext context) {
    return new KlDivergence(options.freeBits(), context.latentSize());
  }
}
