package dev.elbow.cli.doctor;

import dev.elbow.cli.output.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether runs can be written below the working folder. */
record WorkingFolderCheck(Path folder) implements Check {
  private static final long LITTLE = 500_000_000L;

  @Override
  public String topic() {
    return "folder";
  }

  @Override
  public List<Finding> look() {
    Path absolute = folder.toAbsolutePath();
    if (!Files.isWritable(absolute)) {
      return List.of(
          Finding.warning(
              "folder",
              absolute + " is not writable",
              "Work in another folder, or name one with --out."));
    }
    long free = absolute.toFile().getUsableSpace();
    String text = absolute + ", " + Numbers.bytes(free) + " free";
    return List.of(
        free < LITTLE
            ? Finding.warning("folder", text, "Free some space: checkpoints need it.")
            : Finding.ok("folder", text));
  }
}
