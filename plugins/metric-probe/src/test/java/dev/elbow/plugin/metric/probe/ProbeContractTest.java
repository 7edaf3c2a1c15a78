package dev.elbow.plugin.metric.probe;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class ProbeContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new ProbeMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{labels: [40, 5000]}", "{labels: [40], repeats: 1}");
  }
}
