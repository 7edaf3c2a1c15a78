package dev.elbow.plugin.metric.likelihood;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ElboMetric} as {@code elbo}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ElboMetricFactory implements MetricFactory<ElboOptions> {

  @Override
  public String name() {
    return "elbo";
  }

  @Override
  public String description() {
    return "The negative ELBO with its reconstruction and KL terms";
  }

  @Override
  public Class<ElboOptions> optionsType() {
    return ElboOptions.class;
  }

  @Override
  public Metric create(ElboOptions options, PartContext context) {
    return new ElboMetric(options);
  }
}
