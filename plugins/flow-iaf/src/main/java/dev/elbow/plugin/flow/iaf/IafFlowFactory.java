package dev.elbow.plugin.flow.iaf;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link IafFlow} as {@code iaf}. */
@Component(service = FlowFactory.class)
@ServiceProvider(value = FlowFactory.class, resolution = Resolution.OPTIONAL)
public final class IafFlowFactory implements FlowFactory<IafOptions> {

  @Override
  public String name() {
    return "iaf";
  }

  @Override
  public String description() {
    return "Inverse autoregressive flow with a masked network (MADE) and context";
  }

  @Override
  public Class<IafOptions> optionsType() {
    return IafOptions.class;
  }

  @Override
  public Flow create(IafOptions options, PartContext context) {
    return new IafFlow(context.latentSize(), options);
  }
}
