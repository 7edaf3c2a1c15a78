package dev.elbow.runs;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes folders for runs and finds the runs in a folder. */
final class RunFolders {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final int SUGGESTIONS = 3;
  private static final int SUGGESTION_DEPTH = 2;

  private RunFolders() {}

  static Path createNamed(Path parent, String name, Clock clock) {
    String base = safe(name) + "-" + TIME.format(ZonedDateTime.now(clock));
    try {
      Files.createDirectories(parent);
      for (int attempt = 1; ; attempt++) {
        Path candidate = parent.resolve(attempt == 1 ? base : base + "-" + attempt);
        try {
          return Files.createDirectory(candidate);
        } catch (FileAlreadyExistsException e) {
          // Taken, perhaps a moment ago by another process: the next number.
          continue;
        }
      }
    } catch (IOException e) {
      throw DiskErrors.writing(parent.resolve(base), e);
    }
  }

  static Path createEmpty(Path out) {
    try {
      if (Files.exists(out) && (!Files.isDirectory(out) || !isFree(out))) {
        throw new InputException(
            "RUN-OUT-NOT-EMPTY",
            "expected a new or empty folder, found "
                + (Files.isDirectory(out) ? "one that holds files" : "a file"),
            out.toString(),
            "Name another folder, or continue the run that is there with `elbow resume "
                + out
                + "`.");
      }
      return Files.createDirectories(out);
    } catch (IOException e) {
      throw DiskErrors.writing(out, e);
    }
  }

  static InputException notARun(Path path) {
    return new InputException(
        "RUN-NOT-A-RUN", "expected a run, found " + found(path), path.toString(), suggestion(path));
  }

  /** Removes temporary files that a killed writer left directly in a folder. */
  static void removeTemporary(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children.filter(AtomicFiles::isTemporary).toList().forEach(AtomicFiles::deleteQuietly);
    } catch (IOException e) {
      throw DiskErrors.reading(folder, e);
    }
  }

  private static String safe(String name) {
    String safe = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
    return safe.isEmpty() ? "run" : safe;
  }

  private static boolean isFree(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty() || neverBegan(folder);
    }
  }

  /**
   * Whether a run was killed here before its manifest was there. Its lock tells it from a folder of
   * the user's own.
   */
  private static boolean neverBegan(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(RunFolder.LOCK))) {
      return false;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.allMatch(
          child ->
              child.endsWith(RunFolder.LOCK)
                  || child.endsWith(RunFolder.CONFIG)
                  || AtomicFiles.isTemporary(child));
    }
  }

  private static String found(Path path) {
    if (!Files.exists(path)) {
      return "nothing of that name";
    }
    if (!Files.isDirectory(path)) {
      return "a file";
    }
    List<String> missing = new ArrayList<>();
    for (String name : List.of(RunFolder.CONFIG, RunFolder.MANIFEST)) {
      if (!Files.isRegularFile(path.resolve(name))) {
        missing.add(name);
      }
    }
    return "a folder without " + String.join(" and ", missing);
  }

  private static String suggestion(Path path) {
    try {
      if (neverBegan(path)) {
        return "The run was killed before it began: start it again, with `--out " + path + "`.";
      }
    } catch (IOException e) {
      // Said below in general: what cannot be listed is no run either.
    }
    List<Path> runs = newest(nearestFolder(path));
    return runs.isEmpty()
        ? "Name the folder of a run, such as runs/NAME-TIME; `elbow train` makes one."
        : runs.stream()
            .map(Path::toString)
            .collect(Collectors.joining(", ", "The newest runs there: ", "."));
  }

  private static Path nearestFolder(Path path) {
    if (Files.isDirectory(path)) {
      return path;
    }
    Path parent = path.getParent();
    return parent == null ? Path.of("") : nearestFolder(parent);
  }

  private static List<Path> newest(Path folder) {
    try (Stream<Path> below = Files.walk(folder, SUGGESTION_DEPTH)) {
      return below
          .filter(RunFolder::isRun)
          .sorted(Comparator.comparing(RunFolders::time).reversed())
          .limit(SUGGESTIONS)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // Suggestions are a courtesy: an unreadable folder beside the runs must not hide the error.
      return List.of();
    }
  }

  private static FileTime time(Path run) {
    try {
      return Files.getLastModifiedTime(run.resolve(RunFolder.MANIFEST));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
