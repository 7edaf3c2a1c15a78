package dev.elbow.plugin.metric.probe;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import java.util.HashSet;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ProbeMetric} as {@code probe}. */
@Component(service = MetricFactory.class)
@ServiceProvider(value = MetricFactory.class, resolution = Resolution.OPTIONAL)
public final class ProbeMetricFactory implements MetricFactory<ProbeOptions> {

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String description() {
    return "Test accuracy of logistic regression on the codes of a few labelled examples";
  }

  @Override
  public Class<ProbeOptions> optionsType() {
    return ProbeOptions.class;
  }

  @Override
  public Metric create(ProbeOptions options, PartContext context) {
    if (options.labels().isEmpty()
        || new HashSet<>(options.labels()).size() < options.labels().size()) {
      throw new InputException(
          "PROBE-LABELS",
          "labels: expected one number or several different ones, found " + options.labels(),
          "",
          "Give each number of labelled examples once, such as [100, 1000].");
    }
    return new ProbeMetric(options);
  }
}
