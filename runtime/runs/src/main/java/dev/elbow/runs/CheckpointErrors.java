package dev.elbow.runs;

import dev.elbow.spi.InputException;
import java.nio.file.Path;

/** The errors of checkpoint files. */
final class CheckpointErrors {

  private static final String RESTORE =
      "Restore the file from a copy, or use another checkpoint of the run.";

  private CheckpointErrors() {}

  static InputException missing(Path file, String problem, Throwable cause) {
    return new InputException("CHECKPOINT-MISSING", problem, file.toString(), RESTORE, cause);
  }

  static InputException truncated(Path file, String problem, Throwable cause) {
    return new InputException(
        "CHECKPOINT-TRUNCATED", "truncated: " + problem, file.toString(), RESTORE, cause);
  }

  static InputException malformed(Path file, String problem, Throwable cause) {
    return new InputException("CHECKPOINT-MALFORMED", problem, file.toString(), RESTORE, cause);
  }

  static InputException altered(Path file, String problem) {
    return new InputException(
        "CHECKPOINT-ALTERED", "altered: " + problem, file.toString(), RESTORE);
  }

  static InputException type(Path file, String tensor, String found) {
    return new InputException(
        "CHECKPOINT-TYPE",
        "tensor '" + tensor + "': expected dtype F32, found " + found,
        file.toString(),
        "Convert the tensors to 32-bit floats (F32).");
  }
}
