package dev.elbow.plugin.posterior.point;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link PointPosterior} as {@code point}. */
@Component(service = PosteriorFactory.class)
@ServiceProvider(value = PosteriorFactory.class, resolution = Resolution.OPTIONAL)
public final class PointPosteriorFactory implements PosteriorFactory<NoOptions> {

  @Override
  public String name() {
    return "point";
  }

  @Override
  public String description() {
    return "A code without a distribution, for plain autoencoders: no KL, no bound";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Posterior create(NoOptions options, PartContext context) {
    return new PointPosterior(context.latentSize());
  }
}
