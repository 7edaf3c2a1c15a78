package dev.elbow.engine.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.experiment.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructorTest {

  @Test
  void theErrorIsThatOfTheDecodedCodesOfAllExamples(@TempDir Path folder) {
    Experiments.train(folder.resolve("run"), List.of("training.epochs=1"));
    OpenRun run = Plugins.engine().open(folder.resolve("run"));
    Split test = run.data(Experiments.NO_FOLDER).test();
    Reconstructor reconstructor = new Reconstructor(new Generator(), run.model(), run.epoch());

    float[] pixels = test.batch(IntStream.range(0, test.size()).toArray(), 0).pixels();
    float[] back = reconstructor.reconstruct(test, test.size());
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum += Math.pow((double) pixels[i] - back[i], 2);
    }
    assertThat(test.size()).isEqualTo(1000);
    assertThat(reconstructor.meanSquaredError(test))
        .isEqualTo(sum / pixels.length, within(1e-12))
        .isBetween(0.01, 0.3);
  }
}
