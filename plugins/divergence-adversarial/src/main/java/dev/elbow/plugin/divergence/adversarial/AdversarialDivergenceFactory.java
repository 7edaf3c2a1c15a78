package dev.elbow.plugin.divergence.adversarial;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link AdversarialDivergence} as {@code adversarial}. */
@Component(service = DivergenceFactory.class)
@ServiceProvider(value = DivergenceFactory.class, resolution = Resolution.OPTIONAL)
public final class AdversarialDivergenceFactory implements DivergenceFactory<AdversarialOptions> {

  @Override
  public String name() {
    return "adversarial";
  }

  @Override
  public String description() {
    return "Discriminator that tells codes from samples of the prior, against the encoder";
  }

  @Override
  public Class<AdversarialOptions> optionsType() {
    return AdversarialOptions.class;
  }

  @Override
  public Divergence create(AdversarialOptions options, PartContext context) {
    return new AdversarialDivergence(options, context.latentSize());
  }
}
