package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class ActiveUnitsContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new ActiveUnitsMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{threshold: 0.9}");
  }
}
