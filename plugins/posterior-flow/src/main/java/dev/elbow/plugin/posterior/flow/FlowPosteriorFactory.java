package dev.elbow.plugin.posterior.flow;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link FlowPosterior} as {@code flow}. */
@Component(service = PosteriorFactory.class)
@ServiceProvider(value = PosteriorFactory.class, resolution = Resolution.OPTIONAL)
public final class FlowPosteriorFactory implements PosteriorFactory<FlowPosteriorOptions> {

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public String description() {
    return "Any base posterior, transformed by any sequence of flows";
  }

  @Override
  public Class<FlowPosteriorOptions> optionsType() {
    return FlowPosteriorOptions.class;
  }

  @Override
  public Posterior create(FlowPosteriorOptions options, PartContext context) {
    return new FlowPosterior(options);
  }
}
