package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.DataValues;
import dev.elbow.spi.ExampleScores;
import dev.elbow.spi.Examples;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.Arrays;
import java.util.List;

/**
 * The negative ELBO in bits per feature: -ELBO / (k ln 2), k the features of an example.
 *
 * <p>It is a code length where the decoder's score is a probability. Where it is a density, it
 * depends on the scale of the data and may be negative: the log2(256) = 8 bits that lead from a
 * density of pixels on 0 to 1 to probabilities of 256 levels are not added.
 */
final class BitsPerDimensionMetric implements Metric {
  private final BitsPerDimensionOptions options;

  BitsPerDimensionMetric(BitsPerDimensionOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples examples = options.on().of(model);
    ExampleScores scores = model.scores(examples, 0);
    double[] kl = scores.kl().orElseThrow(() -> noElbo(scores.bound().reason()));
    double unit = model.dataShape().features() * Math.log(2);
    double[] bits =
        Arrays.stream(ElboMetric.sum(scores.negativeLogLikelihood(), kl))
            .map(nats -> nats / unit)
            .toArray();
    Measurement measured =
        Means.of(examples, "bitsPerDimension", bits, "bits per dimension")
            .withBound(scores.bound())
            .withSetting("dimensions", model.dataShape().features());
    return List.of(
        model.dataValues() == DataValues.BINARY
            ? measured
            : measured.withSetting("offset", "none; 8 bits of 256 levels are not added"));
  }

  private static InputException noElbo(String reason) {
    return new InputException(
        "METRIC-NO-ELBO",
        "bits per dimension need a KL to the prior, and this model has none: " + reason,
        "",
        "Leave bits-per-dimension out, or train with a posterior and a prior that have densities.");
  }
}
