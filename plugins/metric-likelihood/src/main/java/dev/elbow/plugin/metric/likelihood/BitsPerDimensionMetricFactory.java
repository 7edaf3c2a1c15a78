package dev.elbow.plugin.metric.likelihood;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link BitsPerDimensionMetric} as {@code bits-per-dimension}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class BitsPerDimensionMetricFactory implements MetricFactory<BitsPerDimensionOptions> {

  @Override
  public String name() {
    return "bits-per-dimension";
  }

  @Override
  public String description() {
    return "The negative ELBO in bits per feature of an example";
  }

  @Override
  public Class<BitsPerDimensionOptions> optionsType() {
    return BitsPerDimensionOptions.class;
  }

  @Override
  public Metric create(BitsPerDimensionOptions options, PartContext context) {
    return new BitsPerDimensionMetric(options);
  }
}
