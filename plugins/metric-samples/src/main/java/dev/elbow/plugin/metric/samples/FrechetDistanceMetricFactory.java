package dev.elbow.plugin.metric.samples;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link FrechetDistanceMetric} as {@code frechet-distance}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class FrechetDistanceMetricFactory implements MetricFactory<FrechetDistanceOptions> {

  @Override
  public String name() {
    return "frechet-distance";
  }

  @Override
  public String description() {
    return "FCD-local: Frechet distance between classifier features of samples and test images";
  }

  @Override
  public Class<FrechetDistanceOptions> optionsType() {
    return FrechetDistanceOptions.class;
  }

  @Override
  public Metric create(FrechetDistanceOptions options, PartContext context) {
    return new FrechetDistanceMetric(options);
  }
}
