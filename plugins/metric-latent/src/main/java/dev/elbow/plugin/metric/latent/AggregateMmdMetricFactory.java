package dev.elbow.plugin.metric.latent;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link AggregateMmdMetric} as {@code aggregate-mmd}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class AggregateMmdMetricFactory implements MetricFactory<AggregateMmdOptions> {

  @Override
  public String name() {
    return "aggregate-mmd";
  }

  @Override
  public String description() {
    return "The squared maximum mean discrepancy between aggregate posterior and prior";
  }

  @Override
  public Class<AggregateMmdOptions> optionsType() {
    return AggregateMmdOptions.class;
  }

  @Override
  public Metric create(AggregateMmdOptions options, PartContext context) {
    return new AggregateMmdMetric(options);
  }
}
