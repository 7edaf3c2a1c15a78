package dev.elbow.plugin.metric.probe;

import dev.elbow.spi.Examples;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a linear classifier tells the test examples' classes from their deterministic codes,
 * after learning from the codes of a few labelled training examples, balanced by class (InfoVAE,
 * section 5.2): the mean accuracy over several draws of these.
 *
 * <p>Codes are standardised by the mean and deviation of the labelled examples. The standard error
 * is that over the draws and that of the test set, accuracy (1 - accuracy) / n, together.
 */
record ProbeMetric(ProbeOptions options) implements Metric {

  @Override
  public List<Measurement> measure(TrainedModel model) {
    int[] labels = labels(model.train());
    int[] testLabels = labels(model.test());
    BalancedDraw draw = new BalancedDraw(labels);
    require(draw);
    Labelled train = new Labelled(model.codes(model.train()), labels);
    Labelled test = new Labelled(model.codes(model.test()), testLabels);
    List<Measurement> measured = new ArrayList<>();
    for (int count : options.labels()) {
      measured.add(
          draw.share(count) > draw.rarest()
              ? tooFew(count, draw)
              : probe(count, draw, train, test, model.seed()));
    }
    return measured;
  }

  private static int[] labels(Examples examples) {
    return examples
        .labels()
        .orElseThrow(
            () ->
                new InputException(
                    "METRIC-NO-LABELS",
                    "probe learns classes: expected labels, found "
                        + examples.name()
                        + " examples without",
                    "",
                    "Take data that have labels, or leave probe out."));
  }

  /** At least two classes, and one number of labels for which there are enough examples. */
  private void require(BalancedDraw draw) {
    int least = options.labels().stream().mapToInt(draw::share).min().orElseThrow();
    if (draw.classes() < 2 || least > draw.rarest()) {
      throw new InputException(
          "METRIC-TOO-FEW",
          "probe learns classes: expected at least 2 with %d training examples each, found %d with at least %d"
              .formatted(least, draw.classes(), draw.rarest()),
          "",
          "Give fewer labels, such as probe: {labels: [20]}, or take data with more examples.");
    }
  }

  private Measurement tooFew(int count, BalancedDraw draw) {
    return Measurement.of(name(count), Double.NaN, "1")
        .withSetting(
            "note",
            "too few training examples: %d of each class wanted, the rarest has %d"
                .formatted(draw.share(count), draw.rarest()));
  }

  private static String name(int count) {
    return "test.probeAccuracy" + count;
  }

  private Measurement probe(
      int count, BalancedDraw draw, Labelled train, Labelled test, long seed) {
    double[] accuracies = new double[options.repeats()];
    for (int repeat = 0; repeat < accuracies.length; repeat++) {
      // Java scrambles a seed's low bits well, its high bits badly
      int[] chosen = draw.draw(count, 31 * (31 * seed + count) + repeat);
      accuracies[repeat] = accuracy(train.of(chosen), test);
    }
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    Measurement measured =
        Measurement.of(name(count), mean, "1")
            .withSetting("labels", count)
            .withSetting("repeats", accuracies.length)
            .withSetting("testExamples", test.labels().length)
            .withSetting("solver", "LIBLINEAR logistic regression, one class against the others")
            .withSetting("regularisation", "L2, C = " + LogisticRegression.C)
            .withSetting("codes", "deterministic, standardised by the labelled examples")
            .withComponents(Arrays.stream(accuracies).boxed().toList());
    return accuracies.length < 2
        ? measured
        : measured.withStandardError(error(accuracies, mean, test.labels().length));
  }

  private static double accuracy(Labelled drawn, Labelled test) {
    Standardization scale = Standardization.of(drawn.codes());
    return LogisticRegression.of(scale.apply(drawn.codes()), drawn.labels())
        .accuracy(scale.apply(test.codes()), test.labels());
  }

  private static double error(double[] accuracies, double mean, int examples) {
    double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
    int n = accuracies.length;
    return Math.sqrt(squares / (n - 1) / n + mean * (1 - mean) / examples);
  }
}
