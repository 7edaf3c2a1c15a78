package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.Arrays;
import java.util.List;

/**
 * How many dimensions of the deterministic code, the posterior's mean where it has one, vary with
 * the example: those whose variance over the test set is above the threshold. The components are
 * the variances.
 *
 * <p>Source: Burda, Grosse and Salakhutdinov, Importance Weighted Autoencoders, 2016, section 5.2.
 */
final class ActiveUnitsMetric implements Metric {
  private final ActiveUnitsOptions options;

  ActiveUnitsMetric(ActiveUnitsOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Matrix codes = model.codes(model.test());
    TooFew.require("active-units", codes.rows());
    double[] variances = Covariance.variances(codes);
    long active = Arrays.stream(variances).filter(v -> v > options.threshold()).count();
    return List.of(
        Measurement.of("test.activeUnits", active, "of " + variances.length + " dimensions")
            .withComponents(Arrays.stream(variances).boxed().toList())
            .withSetting("components", "variances of the code")
            .withSetting("threshold", options.threshold())
            .withSetting("examples", codes.rows()));
  }
}
