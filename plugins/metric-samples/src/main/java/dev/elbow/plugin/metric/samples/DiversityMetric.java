package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * The mean Euclidean distance between the pixels of two samples over that between two test images:
 * 1 is as diverse as the data, 0 is one sample again and again.
 *
 * <p>Samples are means of p(x|z) where a decoder has one, which are smoother than images, so that a
 * good model may stay a little below 1. It needs no classifier.
 */
record DiversityMetric(DiversityOptions options) implements Metric {

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Matrix images = model.test().first(options.count()).pixels();
    SampleSet.requireTwo(images, "diversity");
    PairDistance data = PairDistance.of(images);
    PairDistance samples = PairDistance.of(model.generate(options.from(), options.count()));
    Measurement measured =
        SampleSet.measurement(
                options.from(), "diversity", samples.mean() / data.mean(), "1", options.count())
            .withSetting("testExamples", images.rows())
            .withSetting("distanceOfSamples", samples.mean())
            .withSetting("distanceOfTestExamples", data.mean());
    if (data.mean() == 0) {
      return List.of(measured.withSetting("note", "the test examples are all the same"));
    }
    if (images.rows() < 3 || options.count() < 3) {
      return List.of(measured);
    }
    return List.of(measured.withStandardError(error(samples, data)));
  }

  /** Of a ratio of independent estimates, by the delta method. */
  private static double error(PairDistance samples, PairDistance data) {
    double ratio = samples.mean() / data.mean();
    return Math.hypot(samples.standardError(), ratio * data.standardError()) / data.mean();
  }
}
