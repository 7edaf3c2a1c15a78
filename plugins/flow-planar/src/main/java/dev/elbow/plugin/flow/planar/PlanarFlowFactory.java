package dev.elbow.plugin.flow.planar;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link PlanarFlow} as {@code planar}. */
@Component(service = FlowFactory.class)
@ServiceProvider(value = FlowFactory.class, resolution = Resolution.OPTIONAL)
public final class PlanarFlowFactory implements FlowFactory<PlanarOptions> {

  @Override
  public String name() {
    return "planar";
  }

  @Override
  public String description() {
    return "Planar flow: a tanh ridge along one direction";
  }

  @Override
  public Class<PlanarOptions> optionsType() {
    return PlanarOptions.class;
  }

  @Override
  public Flow create(PlanarOptions options, PartContext context) {
    return new PlanarFlow(context.latentSize(), options);
  }
}
