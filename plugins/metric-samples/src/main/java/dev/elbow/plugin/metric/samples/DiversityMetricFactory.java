package dev.elbow.plugin.metric.samples;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link DiversityMetric} as {@code diversity}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class DiversityMetricFactory implements MetricFactory<DiversityOptions> {

  @Override
  public String name() {
    return "diversity";
  }

  @Override
  public String description() {
    return "Mean distance between two samples over that between two test images";
  }

  @Override
  public Class<DiversityOptions> optionsType() {
    return DiversityOptions.class;
  }

  @Override
  public Metric create(DiversityOptions options, PartContext context) {
    return new DiversityMetric(options);
  }
}
