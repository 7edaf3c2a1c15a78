package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JVM has nothing to complain about: the start script sets the flags that its version needs.
 */
class WarningsIT {
  private static final Path JDKS = Path.of("/usr/lib/jvm");

  @TempDir Path folder;

  @Test
  void noneOnTheJavaThatRunsTheTests() throws IOException {
    assertQuiet(Elbow.asShipped(folder));
  }

  @Test
  void noneOnJava25() throws IOException {
    Optional<Path> java25 = java25();
    assumeTrue(java25.isPresent(), "no JDK 25 in JAVA_25_HOME or " + JDKS);

    assertQuiet(Elbow.asShipped(folder).with("JAVA_HOME", java25.get().toString()));
  }

  /** Doctor starts the backend, whose native libraries newer JVMs warn of. */
  private static void assertQuiet(Elbow elbow) throws IOException {
    assertThat(elbow.run("plugins").exits(0).err()).isEmpty();
    assertThat(elbow.run("doctor").exits(0).err()).doesNotContain("WARNING");
  }

  private static Optional<Path> java25() throws IOException {
    String variable = System.getenv("JAVA_25_HOME");
    if (variable != null) {
      return Optional.of(Path.of(variable));
    }
    if (!Files.isDirectory(JDKS)) {
      return Optional.empty();
    }
    try (Stream<Path> installed = Files.list(JDKS)) {
      return installed
          .filter(jdk -> jdk.getFileName().toString().contains("25"))
          .filter(jdk -> Files.isExecutable(jdk.resolve("bin").resolve("java")))
          .sorted()
          .findFirst();
    }
  }
}
