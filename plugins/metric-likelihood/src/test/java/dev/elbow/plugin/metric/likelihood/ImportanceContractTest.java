package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.MetricContract;
import java.util.List;

class ImportanceContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new ImportanceMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{samples: 20}",
        "{samples: 5}",
        "{samples: 5, on: train, examples: 100}",
        "{samples: 5, examples: 100, megabytes: 1}");
  }
}
