package dev.elbow.plugin.metric.latent;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link CovarianceMetric} as {@code covariance}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class CovarianceMetricFactory implements MetricFactory<NoOptions> {

  @Override
  public String name() {
    return "covariance";
  }

  @Override
  public String description() {
    return "The log-determinant of the covariance of codes, per dimension";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Metric create(NoOptions options, PartContext context) {
    return new CovarianceMetric();
  }
}
