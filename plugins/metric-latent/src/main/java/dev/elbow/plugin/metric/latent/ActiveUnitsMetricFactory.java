package dev.elbow.plugin.metric.latent;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ActiveUnitsMetric} as {@code active-units}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ActiveUnitsMetricFactory implements MetricFactory<ActiveUnitsOptions> {

  @Override
  public String name() {
    return "active-units";
  }

  @Override
  public String description() {
    return "The dimensions whose code varies with the example";
  }

  @Override
  public Class<ActiveUnitsOptions> optionsType() {
    return ActiveUnitsOptions.class;
  }

  @Override
  public Metric create(ActiveUnitsOptions options, PartContext context) {
    return new ActiveUnitsMetric(options);
  }
}
