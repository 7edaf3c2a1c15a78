package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class MutualInformationContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new MutualInformationMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{examples: 100}");
  }
}
