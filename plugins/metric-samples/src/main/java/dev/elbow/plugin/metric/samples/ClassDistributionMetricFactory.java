package dev.elbow.plugin.metric.samples;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ClassDistributionMetric} as {@code class-distribution}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ClassDistributionMetricFactory
    implements MetricFactory<ClassDistributionOptions> {

  @Override
  public String name() {
    return "class-distribution";
  }

  @Override
  public String description() {
    return "Cross-entropy of the samples' classes against the data's, by a classifier";
  }

  @Override
  public Class<ClassDistributionOptions> optionsType() {
    return ClassDistributionOptions.class;
  }

  @Override
  public Metric create(ClassDistributionOptions options, PartContext context) {
    return new ClassDistributionMetric(options);
  }
}
