package dev.elbow.plugin.metric.latent;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link MutualInformationMetric} as {@code mutual-information}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class MutualInformationMetricFactory
    implements MetricFactory<MutualInformationOptions> {

  @Override
  public String name() {
    return "mutual-information";
  }

  @Override
  public String description() {
    return "The mutual information of example and code";
  }

  @Override
  public Class<MutualInformationOptions> optionsType() {
    return MutualInformationOptions.class;
  }

  @Override
  public Metric create(MutualInformationOptions options, PartContext context) {
    return new MutualInformationMetric(options);
  }
}
