package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class BitsPerDimensionContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new BitsPerDimensionMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{on: train}");
  }
}
