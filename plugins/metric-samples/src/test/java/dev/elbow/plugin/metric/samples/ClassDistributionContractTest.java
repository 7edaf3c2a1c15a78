package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class ClassDistributionContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new ClassDistributionMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{count: 300}", "{count: 200, from: mixture}", "{count: 200, from: gaussian}");
  }
}
