package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class ElboContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new ElboMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{on: train}", "{samples: 5}");
  }
}
