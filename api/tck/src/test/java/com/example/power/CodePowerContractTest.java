package com.example.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.KnownModel;
import dev.elbow.tck.LinearGaussian;
import dev.elbow.tck.MetricContract;
import dev.elbow.tck.TckContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePowerContractTest extends MetricContract {

  @Override
  protected MetricFactory<?> factory() {
    return new CodePowerMetricFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{sampled: false}");
  }

  /** With the true posterior, sampled codes follow the prior. */
  @Test
  void aTruePosteriorHasThePowerOfThePrior() {
    KnownModel model = KnownModel.of(LinearGaussian.of(2), 1).withSizes(10, 4000);
    Metric metric =
        new CodePowerMetricFactory()
            .create(
                new CodePowerMetricFactory.Options(true),
                new TckContext(model.latentSize(), model.dataShape(), model.dataValues()));
    Measurement measured = metric.measure(model).get(0);
    assertThat(measured.value()).isCloseTo(1, within(4 * measured.standardError().getAsDouble()));
  }
}
