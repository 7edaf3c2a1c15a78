package dev.elbow.plugin.prior.mixture;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link MixturePrior} as {@code mixture}. */
@Component(service = PriorFactory.class)
@ServiceProvider(value = PriorFactory.class, resolution = Resolution.OPTIONAL)
public final class MixturePriorFactory implements PriorFactory<MixtureOptions> {

  @Override
  public String name() {
    return "mixture";
  }

  @Override
  public String description() {
    return "Trainable mixture of Gaussians with diagonal covariances";
  }

  @Override
  public Class<MixtureOptions> optionsType() {
    return MixtureOptions.class;
  }

  @Override
  public Prior create(MixtureOptions options, PartContext context) {
    return new MixturePrior(context.latentSize(), options);
  }
}
