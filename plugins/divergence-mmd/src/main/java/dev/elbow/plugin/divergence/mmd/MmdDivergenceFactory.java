package dev.elbow.plugin.divergence.mmd;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link MmdDivergence} as {@code mmd}. */
@Component(service = DivergenceFactory.class)
@ServiceProvider(value = DivergenceFactory.class, resolution = Resolution.OPTIONAL)
public final class MmdDivergenceFactory implements DivergenceFactory<MmdOptions> {

  @Override
  public String name() {
    return "mmd";
  }

  @Override
  public String description() {
    return "Maximum mean discrepancy between the batch's codes and samples of the prior";
  }

  @Override
  public Class<MmdOptions> optionsType() {
    return MmdOptions.class;
  }

  @Override
  public Divergence create(MmdOptions options, PartContext context) {
    return new MmdDivergence(options, context.latentSize());
  }
}
