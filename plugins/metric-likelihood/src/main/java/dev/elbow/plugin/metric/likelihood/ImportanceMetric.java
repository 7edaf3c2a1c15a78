package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.Bound;
import dev.elbow.spi.Examples;
import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * The importance-weighted estimate of the log-likelihood, in nats per example:
 *
 * <pre>log p(x) >= E log 1/K sum_k w_k,  w_k = p(x|z_k) p(z_k) / q(z_k|x),  z_k ~ q(z|x)</pre>
 *
 * <p>It grows with K towards log p(x), and is a bound, on average over the samples, if the scores
 * of the model are one. Beside it the effective sample size (sum w)^2 / sum w^2, from 1 to K: where
 * it is near 1, one sample decides, and the estimate is far from its limit.
 *
 * <p>Source: Burda, Grosse and Salakhutdinov, Importance Weighted Autoencoders, 2016, equation 8.
 */
final class ImportanceMetric implements Metric {
  private final ImportanceOptions options;

  ImportanceMetric(ImportanceOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples all = options.on().of(model);
    Examples examples = options.examples() == 0 ? all : all.first(options.examples());
    ImportanceScores scores = model.importance(examples, options.samples(), options.megabytes());
    Bound bound = model.scores(examples, 0).bound();
    String sizeUnit = "of " + options.samples() + " samples";
    return List.of(
        mean(examples, "logLikelihood", scores.logLikelihood(), Means.NATS).withBound(bound),
        mean(examples, "effectiveSampleSize", scores.effectiveSampleSize(), sizeUnit));
  }

  private Measurement mean(Examples examples, String figure, double[] perExample, String unit) {
    return Means.of(examples, figure, perExample, unit).withSetting("samples", options.samples());
  }
}
