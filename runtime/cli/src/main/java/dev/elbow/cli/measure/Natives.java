package dev.elbow.cli.measure;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar with ND4J's native library, of which a process uses one.
 *
 * @param classifier such as {@code linux-x86_64-onednn}
 * @param jar where it lies
 * @param used whether it lies in the backend's folder itself, and not among the alternatives
 */
public record Natives(String classifier, Path jar, boolean used) {
  /** The folder below {@code lib/backend-cpu} whose jars only {@code doctor --measure} looks at. */
  public static final String ALTERNATIVES = "alternatives";

  private static final Pattern NAME =
      Pattern.compile("nd4j-native-\\d.*?-((?:linux|macosx|windows)-.+)\\.jar");

  /** The natives in {@code lib/backend-cpu} and below, those in use first, by classifier. */
  public static List<Natives> find(Path backendCpu) {
    return Stream.concat(
            in(backendCpu, true).stream(), in(backendCpu.resolve(ALTERNATIVES), false).stream())
        .toList();
  }

  private static List<Natives> in(Path folder, boolean used) {
    return jars(folder).stream()
        .flatMap(jar -> classifierOf(jar).map(name -> new Natives(name, jar, used)).stream())
        .toList();
  }

  /** The classifier of such a jar; empty for any other. */
  static Optional<String> classifierOf(Path jar) {
    Matcher name = NAME.matcher(jar.getFileName().toString());
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** The jars of a folder by name; none if there is no such folder. */
  static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException problem) {
      throw new FailureException(
          "BACKEND-FOLDER",
          "The backend folder cannot be read: " + problem.getMessage() + ".",
          folder.toString(),
          "Make the folder readable.",
          problem);
    }
  }

  /** Whether the jar runs on every processor of its platform. */
  boolean isPortable() {
    return !classifier.contains("-avx");
  }
}
