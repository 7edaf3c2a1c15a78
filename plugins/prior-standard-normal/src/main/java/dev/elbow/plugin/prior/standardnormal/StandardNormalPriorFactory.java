package dev.elbow.plugin.prior.standardnormal;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link StandardNormalPrior} as {@code standard-normal}. */
@Component(service = PriorFactory.class)
@ServiceProvider(value = PriorFactory.class, resolution = Resolution.OPTIONAL)
public final class StandardNormalPriorFactory implements PriorFactory<NoOptions> {

  @Override
  public String name() {
    return "standard-normal";
  }

  @Override
  public String description() {
    return "Gaussian with mean 0 and identity covariance";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Prior create(NoOptions options, PartContext context) {
    return new StandardNormalPrior(context.latentSize());
  }
}
