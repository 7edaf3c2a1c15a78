package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loss that is no number any more. */
class NotFiniteIT {
  @TempDir Path folder;

  /** One step an epoch: the first is sound and saved, its update throws the second to infinity. */
  @Test
  void stopsAtOnceNamesTermAndStepAndKeepsTheCheckpoint() throws IOException {
    Configuration.write(folder, "wild.yaml", Configuration.TINY.replace("batch: 64", "batch: 256"));

    Result result =
        Elbow.in(folder)
            .run(
                "train",
                "wild.yaml",
                "--out",
                "run",
                "--set",
                "training.epochs=5",
                "--set",
                "training.optimizer={type: adam, learningRate: 1.0e12}")
            .exits(1);

    assertThat(result.err())
        .contains("TRAIN-NOT-FINITE", "step 2", "learningRate")
        .containsPattern("term '(reconstruction|kl)'");
    assertThat(new Trained(folder.resolve("run")).checkpoints())
        .singleElement()
        .satisfies(checkpoint -> assertThat(checkpoint).hasFileName("step-000000001"));
    Elbow.in(folder).run("sample", "run", "--out", "samples.png").exits(0);
  }
}
