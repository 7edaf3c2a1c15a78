package dev.elbow.plugin.metric.likelihood;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ImportanceMetric} as {@code importance-likelihood}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ImportanceMetricFactory implements MetricFactory<ImportanceOptions> {

  @Override
  public String name() {
    return "importance-likelihood";
  }

  @Override
  public String description() {
    return "The importance-weighted log-likelihood and the effective sample size";
  }

  @Override
  public Class<ImportanceOptions> optionsType() {
    return ImportanceOptions.class;
  }

  @Override
  public Metric create(ImportanceOptions options, PartContext context) {
    return new ImportanceMetric(options);
  }
}
