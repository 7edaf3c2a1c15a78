package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class AggregateMmdContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new AggregateMmdMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{bandwidth: fixed, sigma: 0.7}",
        "{bandwidth: median}",
        "{kernel: imq}",
        "{examples: 100}",
        "{kernel: imq, priorVariance: 2}");
  }
}
