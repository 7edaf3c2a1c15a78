package dev.elbow.plugin.prior.flow;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link FlowPrior} as {@code flow}. */
@Component(service = PriorFactory.class)
@ServiceProvider(value = PriorFactory.class, resolution = Resolution.OPTIONAL)
public final class FlowPriorFactory implements PriorFactory<FlowPriorOptions> {

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public String description() {
    return "Standard normal, transformed by invertible flows";
  }

  @Override
  public Class<FlowPriorOptions> optionsType() {
    return FlowPriorOptions.class;
  }

  @Override
  public Prior create(FlowPriorOptions options, PartContext context) {
    return new FlowPrior(context.latentSize(), options);
  }
}
