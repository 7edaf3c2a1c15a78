package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The KL of each dimension's marginal, KL(q(z_i|x) || p(z_i)) averaged over the test set, as
 * components, and their sum, in nats per example. The sum is the KL of the ELBO where the
 * posterior's dimensions are independent, and less where they are not.
 */
final class KlPerDimensionMetric implements Metric {

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Matrix kl = model.marginalKl(model.test()).orElseThrow(KlPerDimensionMetric::notGaussian);
    double[] sums = new double[kl.rows()];
    double[] means = new double[kl.columns()];
    for (int r = 0; r < sums.length; r++) {
      for (int c = 0; c < means.length; c++) {
        sums[r] += kl.at(r, c);
        means[c] += kl.at(r, c) / (double) sums.length;
      }
    }
    List<Double> components = new ArrayList<>();
    for (double mean : means) {
      components.add(mean);
    }
    return List.of(
        Measurement.mean("test.klPerDimension", sums, "nats per example")
            .withComponents(components)
            .withSetting("of", "the marginals of the posterior")
            .withSetting("examples", sums.length));
  }

  private static InputException notGaussian() {
    return new InputException(
        "METRIC-NOT-GAUSSIAN",
        "the KL of each dimension needs a Gaussian posterior and a Gaussian prior of independent"
            + " dimensions; this model has others",
        "",
        "Leave kl-per-dimension out, or train with posterior diagonal and prior standard-normal.");
  }
}
