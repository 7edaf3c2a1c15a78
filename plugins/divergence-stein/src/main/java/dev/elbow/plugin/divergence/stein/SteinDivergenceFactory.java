package dev.elbow.plugin.divergence.stein;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link SteinDivergence} as {@code stein}. */
@Component(service = DivergenceFactory.class)
@ServiceProvider(value = DivergenceFactory.class, resolution = Resolution.OPTIONAL)
public final class SteinDivergenceFactory implements DivergenceFactory<SteinOptions> {

  @Override
  public String name() {
    return "stein";
  }

  @Override
  public String description() {
    return "Stein variational gradient that draws the batch's codes to the prior";
  }

  @Override
  public Class<SteinOptions> optionsType() {
    return SteinOptions.class;
  }

  @Override
  public Divergence create(SteinOptions options, PartContext context) {
    return new SteinDivergence(options, context.latentSize());
  }
}
