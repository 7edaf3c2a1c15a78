package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.ExampleScores;
import dev.elbow.spi.Examples;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * The negative ELBO and its two terms, in nats per example, averaged over the draws z ~ q(z|x) of
 * each example and then over the examples:
 *
 * <pre>-ELBO(x) = E_q[-log p(x|z)] + KL(q(z|x) || p(z))</pre>
 *
 * <p>The standard errors are those of means over independent examples. Of a model without one of
 * the densities the reconstruction alone is measured.
 */
final class ElboMetric implements Metric {
  private final ElboOptions options;

  ElboMetric(ElboOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples examples = options.on().of(model);
    ExampleScores scores = averaged(model, examples);
    double[] nll = scores.negativeLogLikelihood();
    Measurement reconstruction = mean(examples, "reconstruction", nll);
    if (scores.kl().isEmpty()) {
      String note = "no ELBO: " + scores.bound().reason();
      return List.of(reconstruction.withSetting("note", note));
    }
    double[] kl = scores.kl().get();
    return List.of(
        mean(examples, "negativeElbo", sum(nll, kl)).withBound(scores.bound()),
        reconstruction,
        mean(examples, "kl", kl));
  }

  private Measurement mean(Examples examples, String figure, double[] perExample) {
    return Means.of(examples, figure, perExample, Means.NATS)
        .withSetting("samples", options.samples());
  }

  /** The mean of all draws for each example. */
  private ExampleScores averaged(TrainedModel model, Examples examples) {
    double[] nll = new double[examples.size()];
    double[] kl = new double[examples.size()];
    ExampleScores scores = null;
    for (int draw = 0; draw < options.samples(); draw++) {
      scores = model.scores(examples, draw);
      addShare(nll, scores.negativeLogLikelihood());
      scores.kl().ifPresent(values -> addShare(kl, values));
    }
    return new ExampleScores(nll, scores.kl().map(present -> kl), scores.bound());
  }

  private void addShare(double[] sums, double[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i] / options.samples();
    }
  }

  static double[] sum(double[] first, double[] second) {
    double[] sums = new double[first.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = first[i] + second[i];
    }
    return sums;
  }
}
