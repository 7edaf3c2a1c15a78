package dev.elbow.plugin.flow.radial;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link RadialFlow} as {@code radial}. */
@Component(service = FlowFactory.class)
@ServiceProvider(value = FlowFactory.class, resolution = Resolution.OPTIONAL)
public final class RadialFlowFactory implements FlowFactory<RadialOptions> {

  @Override
  public String name() {
    return "radial";
  }

  @Override
  public String description() {
    return "Radial flow: expansion or contraction around one point";
  }

  @Override
  public Class<RadialOptions> optionsType() {
    return RadialOptions.class;
  }

  @Override
  public Flow create(RadialOptions options, PartContext context) {
    return new RadialFlow(context.latentSize(), options);
  }
}
