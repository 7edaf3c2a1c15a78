package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process killed at any moment of a save leaves, and that the last complete one loads. */
class CheckpointKillTest {

  private @TempDir Path run;
  private Path checkpoints;
  private CheckpointStore store;

  @BeforeEach
  void saveTwo() {
    checkpoints = run.resolve("checkpoints");
    store = new CheckpointStore(run);
    save(store, 1);
    save(store, 2);
  }

  @Test
  void killedWhileTheNewOneIsMade() throws IOException {
    Path half = Files.createDirectory(checkpoints.resolve(".step-000000003.0a1b2c3d.tmp"));
    Files.write(half.resolve("model.safetensors"), new byte[5]);
    assertLoads(2);
    assertThat(store.steps()).containsExactly(1L, 2L);
    store.removeLeftovers();
    assertThat(half).doesNotExist();
    assertLoads(2);
  }

  @Test
  void killedBeforeTheOldOnesAreRemoved() throws IOException {
    copy("step-000000001", "kept");
    save(store, 3);
    Files.move(checkpoints.resolve("kept"), checkpoints.resolve("step-000000001"));
    assertLoads(3);
    save(store, 4);
    assertThat(store.steps()).containsExactly(3L, 4L);
  }

  @Test
  void killedWhileAnOldOneIsRemoved() throws IOException {
    Path doomed = checkpoints.resolve(".step-000000001.0a1b2c3d.tmp");
    Files.move(checkpoints.resolve("step-000000001"), doomed);
    Files.delete(doomed.resolve("model.safetensors"));
    assertLoads(2);
    save(store, 3);
    assertThat(names()).containsExactly("step-000000002", "step-000000003");
  }

  @Test
  void killedWhileAStepIsSavedAgain() throws IOException {
    Files.move(
        checkpoints.resolve("step-000000002"), checkpoints.resolve(".step-000000002.replaced"));
    assertLoads(2);
    store.removeLeftovers();
    assertThat(names()).containsExactly("step-000000001", "step-000000002");
    assertLoads(2);
  }

  @Test
  void killedAfterAStepWasSavedAgain() throws IOException {
    copy("step-000000002", ".step-000000002.replaced");
    assertLoads(2);
    store.removeLeftovers();
    assertThat(names()).containsExactly("step-000000001", "step-000000002");
  }

  @Test
  void killedForRealAtSomeMoment() throws Exception {
    for (int round = 0; round < 3; round++) {
      long before = store.latest().orElseThrow();
      Process saver = start(SaveForever.class, run.toString());
      waitForStep(before + 3, saver);
      TimeUnit.MILLISECONDS.sleep(7L * round);
      saver.destroyForcibly().waitFor();
      long latest = store.latest().orElseThrow();
      assertLoads(latest);
      store.removeLeftovers();
      assertLoads(latest);
      assertThat(names()).allMatch(name -> name.startsWith("step-"));
    }
  }

  static void save(CheckpointStore store, long step) {
    float[] values = new float[10_000];
    java.util.Arrays.fill(values, step);
    store.save(
        step, Map.of("w", Tensor.vector(values)), Json.object().put("step", step), step % 5 == 0);
  }

  static Process start(Class<?> main, String argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            argument)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Saves one checkpoint after the other until it is killed. */
  static final class SaveForever {
    public static void main(String[] arguments) {
      CheckpointStore store = new CheckpointStore(Path.of(arguments[0]));
      for (long step = store.latest().orElseThrow() + 1; ; step++) {
        save(store, step);
      }
    }
  }

  private void waitForStep(long step, Process saver) throws InterruptedException {
    while (store.latest().orElseThrow() < step) {
      assertThat(saver.isAlive()).as("the saving process lives").isTrue();
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void assertLoads(long step) {
    Checkpoint checkpoint = store.latestGood().orElseThrow();
    assertThat(checkpoint.step()).isEqualTo(step);
    assertThat(checkpoint.tensors().get("w").data()).containsOnly((float) step);
    assertThat(checkpoint.state().get("step").asLong()).isEqualTo(step);
  }

  private void copy(String from, String to) throws IOException {
    Path target = Files.createDirectory(checkpoints.resolve(to));
    for (String name : List.of("model.safetensors", "manifest.json")) {
      Files.copy(
          checkpoints.resolve(from).resolve(name),
          target.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(checkpoints)) {
      return children.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
