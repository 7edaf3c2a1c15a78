package dev.elbow.cli.command;

import dev.elbow.data.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --data-dir}. */
final class DataArgument {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      order = 61,
      description = "The folder of named datasets; by default ELBOW_DATA or ~/.cache/elbow.")
  Path folder;

  DataFolder folder() {
    return DataFolder.resolve(Optional.ofNullable(folder));
  }
}
