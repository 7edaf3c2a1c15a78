package dev.elbow.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The folder of the named datasets, {@code <folder>/<dataset>/<file>}, the files gzipped ({@code
 * .gz}) or unpacked.
 */
public record DataFolder(Path path) {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "ELBOW_DATA";

  public DataFolder {
    Objects.requireNonNull(path);
  }

  /**
   * The argument ({@code --data-dir}), or else {@value #VARIABLE}, or else {@code ~/.cache/elbow}.
   */
  public static DataFolder resolve(Optional<Path> argument) {
    return resolve(argument, System.getenv(), System.getProperty("user.home"));
  }

  static DataFolder resolve(Optional<Path> argument, Map<String, String> environment, String home) {
    String variable = environment.getOrDefault(VARIABLE, "");
    return new DataFolder(
        argument.orElseGet(
            () -> variable.isBlank() ? Path.of(home, ".cache", "elbow") : Path.of(variable)));
  }

  /** Where the files of a dataset are or would be. */
  public Path of(Dataset dataset) {
    return path.resolve(dataset.name());
  }

  /** Whether every file of a dataset is there (embedded datasets need none). */
  public boolean has(Dataset dataset) {
    return missing(dataset).isEmpty();
  }

  /** The names of the files that are not there, with {@code .gz}. */
  List<String> missing(Dataset dataset) {
    return dataset.files().stream()
        .filter(file -> find(dataset, file).isEmpty())
        .map(DatasetFile::packedName)
        .toList();
  }

  /** One file of a dataset, gzipped for choice. */
  Optional<Path> find(Dataset dataset, DatasetFile file) {
    Path packed = of(dataset).resolve(file.packedName());
    Path unpacked = of(dataset).resolve(file.name());
    return List.of(packed, unpacked).stream().filter(Files::isRegularFile).findFirst();
  }
}
