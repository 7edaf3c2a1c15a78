package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Classifier;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * The cross-entropy of the samples' classes against the data's (InfoVAE, section 5.2):
 *
 * <pre>-sum_k p_k log q_k,   p_k the share of label k among the test examples,
 *                       q_k the mean over the samples of the classifier's probability of k</pre>
 *
 * <p>It is never below the entropy of p, which the settings state, and equals it only if the
 * classes are as frequent. Mean probabilities are taken rather than shares of decisions, because a
 * class that no sample is decided for would make the figure infinite. The classifier's mistakes are
 * in q too.
 */
record ClassDistributionMetric(ClassDistributionOptions options) implements Metric {

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Classifier classifier = model.classifier();
    int[] labels = model.test().labels().orElseThrow(ClassDistributionMetric::noLabels);
    Matrix samples = model.generate(options.from(), options.count());
    Matrix probabilities = classifier.probabilities(samples);
    ClassShares shares = ClassShares.of(labels, probabilities);
    Measurement measured =
        SampleSet.measurement(
                options.from(), "classCrossEntropy", shares.crossEntropy(), "nats", samples.rows())
            .withSetting("testExamples", labels.length)
            .withSetting("dataEntropy", shares.entropy())
            .withSetting("classifierAccuracy", classifier.accuracy())
            .withSetting("classifier", classifier.description())
            .withSetting("shares", "mean probabilities")
            .withComponents(shares.samples());
    if (!Double.isFinite(shares.crossEntropy())) {
      return List.of(measured.withSetting("note", "no sample has any probability of some class"));
    }
    return List.of(
        shares.standardError().isPresent()
            ? measured.withStandardError(shares.standardError().getAsDouble())
            : measured);
  }

  private static InputException noLabels() {
    return new InputException(
        "METRIC-NO-LABELS",
        "class-distribution compares classes: expected labels, found test examples without",
        "",
        "Take data that have labels, or leave class-distribution out.");
  }
}
