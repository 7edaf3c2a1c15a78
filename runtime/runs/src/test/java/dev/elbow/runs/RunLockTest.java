package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  private @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void createARun() {
    run = RunFolder.createAt(folder);
  }

  @Test
  void oneProcessHasOneWriter() {
    RunLock lock = run.lock();
    assertThatThrownBy(run::lock)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-BUSY: the run is being written by this process")
        .hasMessageContaining("--out");
    lock.close();
    run.lock().close();
  }

  @Test
  void anotherProcessIsRefusedEvenAfterARefusalInThisOne() throws Exception {
    try (RunLock lock = run.lock()) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(run::lock).isInstanceOf(InputException.class);
      Process other = CheckpointKillTest.start(LockAndWait.class, folder.toString());
      assertThat(firstLine(other))
          .contains("RUN-BUSY", "by process " + ProcessHandle.current().pid());
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void theLockOfAKilledProcessIsGone() throws Exception {
    Process other = CheckpointKillTest.start(LockAndWait.class, folder.toString());
    assertThat(firstLine(other)).isEqualTo("locked");
    assertThatThrownBy(run::lock).hasMessageContaining("by process " + other.pid());
    other.destroyForcibly().waitFor();
    run.lock().close();
  }

  @Test
  void theNewWriterRemovesWhatAKilledOneLeft() throws IOException {
    Path file = Files.writeString(folder.resolve(".manifest.json.0a1b2c3d.tmp"), "half");
    Files.createDirectories(run.images());
    Path image = Files.writeString(run.images().resolve(".grid.png.0a1b2c3d.tmp"), "half");
    Path checkpoint = folder.resolve("checkpoints/.step-000000001.0a1b2c3d.tmp");
    Files.createDirectories(checkpoint);
    run.lock().close();
    assertThat(file).doesNotExist();
    assertThat(image).doesNotExist();
    assertThat(checkpoint).doesNotExist();
  }

  /** Locks the run, says so or why not, and waits for its end. */
  static final class LockAndWait {
    public static void main(String[] arguments) throws InterruptedException {
      try (RunLock lock = RunLock.acquire(Path.of(arguments[0], "run.lock"))) {
        System.out.println(lock == null ? "never" : "locked");
        Thread.sleep(60_000);
      } catch (InputException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static String firstLine(Process process) throws IOException {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      return reader.readLine();
    }
  }
}
