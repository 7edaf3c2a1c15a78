package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, played by a limit on the size of files. */
@DisabledOnOs(OS.WINDOWS)
class DiskFullIT {
  /** 6 MB and more of weights and moments, above a limit of 1 or 2 MB, as the shell counts. */
  private static final String LARGE = Configuration.TINY.replace("[16]", "[256]");

  @TempDir Path folder;

  @Test
  void theRunThatDidNotFitIsResumedOnceThereIsSpace() throws IOException {
    Configuration.write(folder, "large.yaml", LARGE);
    Elbow elbow = Elbow.in(folder);
    elbow.run("train", "large.yaml", "--out", "whole").exits(0);

    Result full =
        elbow
            .startAfter("ulimit -f 2048", "train", "large.yaml", "--out", "run")
            .await(Duration.ofSeconds(60))
            .exits(1);

    assertThat(full.err()).contains("RUN-DISK", "checkpoints/step-", "elbow resume");
    Trained run = new Trained(folder.resolve("run"));
    assertThat(run.checkpoints()).isEmpty();
    assertThat(Trained.contents(run.folder()).keySet()).noneMatch(name -> name.endsWith(".tmp"));
    elbow.run("resume", "run").exits(0);
    assertThat(run.modelBytes()).isEqualTo(new Trained(folder.resolve("whole")).modelBytes());
  }
}
