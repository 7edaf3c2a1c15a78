package dev.elbow.engine.metrics;

import dev.elbow.spi.Metric;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A metric of a configuration.
 *
 * @param name of the plugin
 */
public record NamedMetric(String name, Metric metric) {

  /** Metrics with their names, in one order. */
  public static List<NamedMetric> named(List<Metric> metrics, List<String> names) {
    return IntStream.range(0, metrics.size())
        .mapToObj(i -> new NamedMetric(names.get(i), metrics.get(i)))
        .toList();
  }
}
