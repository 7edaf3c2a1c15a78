package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.InputException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;

/**
 * The two files of one checkpoint folder.
 *
 * <p>{@code manifest.json} holds the format's version, the step, whether it is the best, the length
 * and the SHA-256 of {@code model.safetensors}, and the state with its own SHA-256 (of the compact
 * JSON text), so that an altered generator state is found as an altered weight is.
 */
final class CheckpointFiles {

  static final String MODEL = "model.safetensors";
  static final String MANIFEST = "manifest.json";
  private static final int FORMAT = 1;

  private CheckpointFiles() {}

  static void write(Path folder, Checkpoint checkpoint) throws IOException {
    Path model = folder.resolve(MODEL);
    MessageDigest digest = Sha256.digest();
    try (var out = new DigestOutputStream(new FileOutputStream(model.toFile()), digest)) {
      Map<String, String> metadata = Map.of("step", Long.toString(checkpoint.step()));
      Safetensors.write(out, checkpoint.tensors(), metadata);
    }
    ObjectNode state = asReadBack(checkpoint.state());
    ObjectNode manifest =
        Json.object()
            .put("formatVersion", FORMAT)
            .put("step", checkpoint.step())
            .put("best", checkpoint.best())
            .put("bytes", Files.size(model))
            .put("sha256", Sha256.hex(digest))
            .put("stateSha256", Sha256.of(Json.line(state)));
    manifest.set("state", state);
    Files.writeString(folder.resolve(MANIFEST), Json.pretty(manifest));
  }

  /** Reads both files after verifying both digests. */
  static Checkpoint read(Path folder, long step) {
    ObjectNode manifest = verify(folder, step);
    Safetensors.Contents contents = Safetensors.read(folder.resolve(MODEL));
    return new Checkpoint(
        step, isBest(manifest), contents.tensors(), (ObjectNode) manifest.get("state"));
  }

  /**
   * @throws InputException if a file is missing, truncated or altered
   */
  static ObjectNode verify(Path folder, long step) {
    ObjectNode manifest = manifest(folder);
    Path file = folder.resolve(MANIFEST);
    if (manifest.path("formatVersion").asInt() != FORMAT) {
      throw new InputException(
          "CHECKPOINT-VERSION",
          "expected format version %d, found %s".formatted(FORMAT, manifest.path("formatVersion")),
          file.toString(),
          "Use the version of Elbow that wrote the checkpoint.");
    }
    if (manifest.path("step").asLong(-1) != step) {
      throw CheckpointErrors.altered(
          file, "expected step %d, found %s".formatted(step, manifest.path("step")));
    }
    String stateDigest = Sha256.of(Json.line(manifest.path("state")));
    if (!manifest.path("state").isObject()
        || !stateDigest.equals(manifest.path("stateSha256").asText())) {
      throw CheckpointErrors.altered(
          file,
          "expected a state of SHA-256 %s, found %s"
              .formatted(manifest.path("stateSha256").asText("none"), stateDigest));
    }
    verifyModel(folder.resolve(MODEL), manifest);
    return manifest;
  }

  /** Whether the manifest says so; false if it cannot be read. */
  static boolean isBest(Path folder) {
    try {
      return isBest(manifest(folder));
    } catch (InputException e) {
      return false;
    }
  }

  private static boolean isBest(ObjectNode manifest) {
    return manifest.path("best").asBoolean();
  }

  private static void verifyModel(Path model, ObjectNode manifest) {
    if (!Files.exists(model)) {
      throw CheckpointErrors.missing(model, "expected the tensors of a checkpoint", null);
    }
    try {
      long expectedBytes = manifest.path("bytes").asLong(-1);
      String expected = manifest.path("sha256").asText("none");
      long bytes = Files.size(model);
      String actual = Sha256.of(model);
      if (!actual.equals(expected)) {
        String problem =
            "expected SHA-256 %s (%,d bytes), found %s (%,d bytes)"
                .formatted(expected, expectedBytes, actual, bytes);
        throw bytes < expectedBytes
            ? CheckpointErrors.truncated(model, problem, null)
            : CheckpointErrors.altered(model, problem);
      }
    } catch (IOException e) {
      throw DiskErrors.reading(model, e);
    }
  }

  private static ObjectNode manifest(Path folder) {
    Path file = folder.resolve(MANIFEST);
    if (!Files.exists(file)) {
      throw CheckpointErrors.missing(file, "expected the manifest of a checkpoint", null);
    }
    try {
      return Json.parse(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw CheckpointErrors.malformed(file, "not JSON: " + Json.describe(e), e);
    } catch (CharacterCodingException e) {
      throw CheckpointErrors.malformed(file, "not UTF-8 text", e);
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }

  // A float and the double read back from its text print differently; the digest needs the text
  // that every later reading prints.
  private static ObjectNode asReadBack(ObjectNode state) throws JsonProcessingException {
    return Json.parse(Json.line(state));
  }
}
