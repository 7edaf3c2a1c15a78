package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class CovarianceContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new CovarianceMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}");
  }
}
