package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that is not what was written is never read. */
class DamagedCheckpointIT {
  @TempDir static Path trainedOnce;
  @TempDir Path folder;

  private Elbow elbow;
  private Trained run;
  private byte[] intact;

  @BeforeEach
  void copyTheRun() throws IOException {
    if (!Files.exists(trainedOnce.resolve("run"))) {
      Configuration.writeTiny(trainedOnce);
      Elbow.in(trainedOnce).run("train", "tiny.yaml", "--out", "run").exits(0);
    }
    Folders.copy(trainedOnce.resolve("run"), folder.resolve("run"));
    elbow = Elbow.in(folder);
    run = new Trained(folder.resolve("run"));
    intact = run.modelBytes();
  }

  @Test
  void aTruncatedCheckpointIsRefusedAndResumeFallsBackToTheOneBefore() throws IOException {
    Files.write(run.model(), Arrays.copyOf(intact, intact.length - 1));
    Map<String, Integer> before = Trained.contents(run.folder());

    Result refused = elbow.run("evaluate", "run").exits(2);

    assertThat(refused.err()).contains("CHECKPOINT-TRUNCATED", "model.safetensors", "elbow resume");
    assertThat(Trained.contents(run.folder())).isEqualTo(before);

    elbow.run("resume", "run").exits(0);
    assertThat(run.modelBytes()).as("trained again to the same bits").isEqualTo(intact);
  }

  @Test
  void aCheckpointWithOneAlteredByteIsRefused() throws IOException {
    byte[] altered = intact.clone();
    altered[altered.length / 2] ^= 1;
    Files.write(run.model(), altered);

    Result refused = elbow.run("sample", "run", "--out", "samples.png").exits(2);

    assertThat(refused.err()).contains("CHECKPOINT-ALTERED", "model.safetensors");
    assertThat(folder.resolve("samples.png")).doesNotExist();
  }
}
