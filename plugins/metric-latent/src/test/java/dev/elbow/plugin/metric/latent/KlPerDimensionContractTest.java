package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class KlPerDimensionContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new KlPerDimensionMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}");
  }
}
