package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {

  private @TempDir Path run;
  private Path checkpoints;
  private CheckpointStore store;

  @BeforeEach
  void openAStore() {
    checkpoints = run.resolve("checkpoints");
    store = new CheckpointStore(run);
  }

  @Test
  void aNewRunHasNoCheckpoint() {
    assertThat(store.steps()).isEmpty();
    assertThat(store.latest()).isEmpty();
    assertThat(store.best()).isEmpty();
    assertThat(store.latestGood()).isEmpty();
    assertThatThrownBy(() -> store.load(7))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CHECKPOINT-MISSING: no checkpoint of step 7")
        .hasMessageContaining("train first");
  }

  @Test
  void bringsBackTensorsAndState() {
    ObjectNode state = Json.object().put("seed", 42L).put("rate", 0.1f).put("nan", Double.NaN);
    state.putObject("optimizer").putArray("steps").add(1).add(2);
    Map<String, Tensor> tensors = Map.of("w", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
    store.save(469, tensors, state, true);

    Checkpoint loaded = new CheckpointStore(run).load(469);
    assertThat(loaded.step()).isEqualTo(469);
    assertThat(loaded.best()).isTrue();
    assertThat(loaded.tensors()).isEqualTo(tensors);
    assertThat(loaded.state().get("seed").asLong()).isEqualTo(42);
    assertThat(loaded.state().get("rate").floatValue()).isEqualTo(0.1f);
    assertThat(loaded.state().at("/optimizer/steps/1").asInt()).isEqualTo(2);
  }

  @Test
  void theFilesAreThoseThatTheManualNames() throws Exception {
    save(469, false);
    Path folder = checkpoints.resolve("step-000000469");
    assertThat(store.folder(469)).isEqualTo(folder);
    assertThat(names(folder)).containsExactly("manifest.json", "model.safetensors");
    ObjectNode manifest = Json.parse(Files.readString(folder.resolve("manifest.json")));
    byte[] model = Files.readAllBytes(folder.resolve("model.safetensors"));
    String digest =
        java.util.HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(model));
    assertThat(manifest.get("formatVersion").asInt()).isEqualTo(1);
    assertThat(manifest.get("sha256").asText()).isEqualTo(digest);
    assertThat(manifest.get("bytes").asLong()).isEqualTo(model.length);
    assertThat(Safetensors.read(folder.resolve("model.safetensors")).metadata())
        .containsEntry("step", "469");
  }

  @Test
  void keepsTheNewestTwoAndTheBest() throws IOException {
    save(1, true);
    save(2, true);
    save(3, false);
    save(4, false);
    save(5, false);
    assertThat(store.steps()).containsExactly(2L, 4L, 5L);
    assertThat(store.latest()).contains(5L);
    assertThat(store.best()).contains(2L);
    assertThat(names(checkpoints))
        .containsExactly("step-000000002", "step-000000004", "step-000000005");
  }

  @Test
  void aNewBestLetsTheFormerGo() {
    save(1, true);
    save(2, false);
    save(3, false);
    save(4, true);
    assertThat(store.steps()).containsExactly(3L, 4L);
    assertThat(store.best()).contains(4L);
  }

  @Test
  void savingAnEarlierStepGivesUpTheLaterCourse() {
    save(10, true);
    save(20, false);
    save(15, false);
    assertThat(store.steps()).containsExactly(10L, 15L);
  }

  @Test
  void aResumeCanRemoveTheLaterCourseFirst() {
    save(10, true);
    save(20, true);
    store.removeAfter(10);
    assertThat(store.steps()).containsExactly(10L);
    assertThat(store.best()).contains(10L);
  }

  @Test
  void aStepCanBeSavedAgain() throws IOException {
    save(10, false);
    store.save(10, Map.of("w", Tensor.vector(99)), Json.object(), true);
    assertThat(store.load(10).tensors()).containsEntry("w", Tensor.vector(99));
    assertThat(store.best()).contains(10L);
    assertThat(names(checkpoints)).containsExactly("step-000000010");
  }

  @Test
  void anAlteredFileIsRefusedWithBothDigestsAndTheAlternative() throws IOException {
    save(1, false);
    save(2, false);
    Path model = store.folder(2).resolve("model.safetensors");
    String before = Sha256.of(model);
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 1] ^= 1;
    Files.write(model, bytes);

    InputException e = loadError(2);
    assertThat(e.id()).isEqualTo("CHECKPOINT-ALTERED");
    assertThat(e.place()).isEqualTo(model.toString());
    assertThat(e.problem()).contains("expected SHA-256 " + before, "found " + Sha256.of(model));
    assertThat(e.fix()).contains("newest intact checkpoint is step 1", "elbow resume");
  }

  @Test
  void aTruncatedFileIsRefusedWithBothLengths() throws IOException {
    save(1, false);
    Path model = store.folder(1).resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, bytes.length - 3));
    InputException e = loadError(1);
    assertThat(e.id()).isEqualTo("CHECKPOINT-TRUNCATED");
    assertThat(e.problem())
        .contains("(%d bytes)".formatted(bytes.length), "(%d bytes)".formatted(bytes.length - 3));
    assertThat(e.fix()).contains("No other checkpoint of this run is intact");
  }

  @Test
  void anAlteredStateIsRefused() throws IOException {
    store.save(1, Map.of(), Json.object().put("seed", 42), false);
    Path manifest = store.folder(1).resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("42", "43"));
    assertThat(loadError(1).getMessage()).contains("CHECKPOINT-ALTERED", manifest.toString());
  }

  @Test
  void aManifestThatIsNotJsonIsRefused() throws IOException {
    save(1, false);
    Files.writeString(store.folder(1).resolve("manifest.json"), "{\"formatVersion\": 1,");
    assertThat(loadError(1).getMessage()).contains("CHECKPOINT-MALFORMED", "line 1");
    assertThat(store.best()).isEmpty();
  }

  @Test
  void aFolderUnderAnotherStepsNameIsRefused() throws IOException {
    save(1, false);
    Files.move(store.folder(1), checkpoints.resolve("step-000000002"));
    assertThat(loadError(2).problem()).contains("expected step 2, found 1");
  }

  @Test
  void aLaterFormatIsRefused() throws IOException {
    save(1, false);
    Path manifest = store.folder(1).resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
    assertThat(loadError(1).getMessage())
        .contains("CHECKPOINT-VERSION", "expected format version 1, found 2");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    save(1, false);
    Path model = store.folder(1).resolve("model.safetensors");
    Files.delete(model);
    assertThat(loadError(1).place()).isEqualTo(model.toString());
    assertThat(loadError(1).id()).isEqualTo("CHECKPOINT-MISSING");
  }

  @Test
  void anUnknownStepListsTheKnownOnes() {
    save(1, false);
    save(2, false);
    assertThat(loadError(3).fix()).isEqualTo("Steps with a checkpoint: 1, 2.");
  }

  @Test
  void aResumeFallsBackToTheNewestIntactOne() throws IOException {
    save(1, false);
    save(2, false);
    Files.write(store.folder(2).resolve("model.safetensors"), new byte[3]);
    assertThat(store.latestGood()).map(Checkpoint::step).contains(1L);
  }

  @Test
  void aResumeWithoutAnyIntactOneTellsTheNewestsDamage() throws IOException {
    save(1, false);
    save(2, false);
    Files.write(store.folder(1).resolve("model.safetensors"), new byte[3]);
    Files.write(store.folder(2).resolve("model.safetensors"), new byte[3]);
    Path newest = store.folder(2);
    assertThatThrownBy(() -> store.latestGood())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(newest.toString());
  }

  private void save(long step, boolean best) {
    store.save(step, Map.of("w", Tensor.vector(step)), Json.object().put("step", step), best);
  }

  private InputException loadError(long step) {
    return catchThrowableOfType(InputException.class, () -> store.load(step));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
