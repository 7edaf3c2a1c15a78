package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * The squared maximum mean discrepancy between the aggregate posterior and the prior, MMD^2 = E
 * k(z, z') + E k(y, y') - 2 E k(z, y), by a sampled code z of every test example and as many
 * samples y of the prior: {@link MmdStatistic}.
 */
final class AggregateMmdMetric implements Metric {
  private final AggregateMmdOptions options;

  AggregateMmdMetric(AggregateMmdOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples test = model.test();
    Examples examples = options.examples() == 0 ? test : test.first(options.examples());
    Matrix codes = model.sampledCodes(examples);
    TooFew.require("aggregate-mmd", codes.rows());
    Points z = new Points(codes);
    Points y = new Points(model.priorCodes(codes.rows()));
    RadialKernel kernel = RadialKernel.of(options, z, y);
    MmdStatistic statistic = MmdStatistic.of(kernel, z, y);
    return List.of(
        Measurement.of("test.aggregateMmd", statistic.value(), "squared MMD")
            .withStandardError(statistic.standardError())
            .withSetting("kernel", kernel.description())
            .withSetting("estimator", "unbiased")
            .withSetting("examples", codes.rows()));
  }
}
