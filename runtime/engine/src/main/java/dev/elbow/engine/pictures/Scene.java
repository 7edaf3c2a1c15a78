package dev.elbow.engine.pictures;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.density.CodeDensities.Subject;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.density.FitProgress;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.metrics.Moment;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.DataShape;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * What a picture is drawn from.
 *
 * @param generator makes codes and examples
 * @param model with the checkpoint's parameters
 * @param data it was trained on
 * @param run its folder
 * @param moment of the checkpoint
 */
record Scene(
    Generator generator, ModelGraphs model, DataSplits data, RunFolder run, Moment moment) {

  Path image(String file) {
    return run.images().resolve(file);
  }

  Split test() {
    return data.test();
  }

  int latent() {
    return model.parts().latent();
  }

  DataShape shape() {
    return model.parts().shape();
  }

  /** Whether decoding goes feature by feature, and so takes long. */
  boolean stepwise() {
    return model.stepping().isPresent();
  }

  /** Whether codes are drawn from a Gaussian fitted to the model's own, since nothing else fits. */
  boolean fitted() {
    return CodeDensities.neededBy(model);
  }

  /** From the prior, or of an autoencoder from a factored Gaussian fitted to its codes. */
  Tensor draw(int count) {
    if (!fitted()) {
      return generator.prior(model, count, moment.seed());
    }
    Subject subject = new Subject(model, () -> data, moment.folder(), moment.step(), moment.seed());
    return new CodeDensities(generator)
        .find(subject, DensityKind.gaussian(), FitProgress.SILENT)
        .density()
        .mixture()
        .sample(count, moment.seed());
  }

  /** The first test examples, {@code [count * features]}. */
  float[] originals(int count) {
    return test().batch(IntStream.range(0, count).toArray(), 0).pixels();
  }

  /** The mean of p(x|z) for each code, {@code [count * features]}. */
  float[] decoded(Tensor z) {
    return generator.decode(model, z, how()).data();
  }

  Generation how() {
    return Generation.mean(moment.seed(), moment.epoch());
  }
}
