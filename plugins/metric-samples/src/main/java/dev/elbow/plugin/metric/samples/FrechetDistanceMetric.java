package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Classifier;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * FCD-local: the {@link GaussianDistance} between the classifier's features of samples and of test
 * images. It is no FID: figures compare only between models judged by one classifier.
 *
 * <p>Of finitely many samples the figure is too large, about in inverse proportion to their number;
 * compare equal counts alone. The setting {@code jackknifeBias} estimates by how much, and {@code
 * floor} is the distance between the two halves of the test images: what nobody can tell from the
 * data's own. The standard error is a jackknife over blocks of samples and of test images.
 */
record FrechetDistanceMetric(FrechetDistanceOptions options) implements Metric {

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Classifier classifier = model.classifier();
    Matrix images = model.test().pixels();
    SampleSet.requireTwo(images, "frechet-distance");
    Matrix data = classifier.features(images);
    Matrix samples = classifier.features(model.generate(options.from(), options.count()));
    Measurement measured = measurement(classifier, Blocks.of(samples), Blocks.of(data));
    return List.of(data.rows() < 4 ? measured : measured.withSetting("floor", halves(data)));
  }

  private Measurement measurement(Classifier classifier, Blocks samples, Blocks data) {
    Jackknife jackknife = Jackknife.of(samples, data, GaussianDistance::of);
    Measurement measured =
        SampleSet.measurement(
                options.from(),
                "frechetDistance",
                jackknife.value(),
                "squared feature units",
                samples.all().count())
            .withSetting("testExamples", data.all().count())
            .withSetting("features", data.all().sum().length)
            .withSetting("classifierAccuracy", classifier.accuracy())
            .withSetting("classifier", classifier.description());
    if (jackknife.standardError().isEmpty()) {
      return measured;
    }
    return measured
        .withStandardError(jackknife.standardError().getAsDouble())
        .withSetting("jackknifeBias", jackknife.bias());
  }

  private static double halves(Matrix data) {
    return GaussianDistance.of(Moments.of(data, 0, 2), Moments.of(data, 1, 2));
  }
}
