package dev.elbow.plugin.metric.likelihood;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ReconstructionErrorMetric} as {@code reconstruction-error}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ReconstructionErrorMetricFactory
    implements MetricFactory<ReconstructionErrorOptions> {

  @Override
  public String name() {
    return "reconstruction-error";
  }

  @Override
  public String description() {
    return "The mean squared error per pixel of decoded deterministic codes";
  }

  @Override
  public Class<ReconstructionErrorOptions> optionsType() {
    return ReconstructionErrorOptions.class;
  }

  @Override
  public Metric create(ReconstructionErrorOptions options, PartContext context) {
    return new ReconstructionErrorMetric(options);
  }
}
