package dev.elbow.plugin.metric.latent;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link KlPerDimensionMetric} as {@code kl-per-dimension}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class KlPerDimensionMetricFactory implements MetricFactory<NoOptions> {

  @Override
  public String name() {
    return "kl-per-dimension";
  }

  @Override
  public String description() {
    return "The KL of each dimension of the posterior to the prior";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Metric create(NoOptions options, PartContext context) {
    return new KlPerDimensionMetric();
  }
}
