package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads, and the archive of classes: used when it fits, harmless when it does not. */
class StartIT {
  private static final String FROM_ARCHIVE = "source: shared objects file (top)";
  private static final String ENGINE = "dev.elbow.engine.experiment.Engine ";

  @TempDir static Path shared;
  private static Path written;

  @TempDir Path folder;
  private Path cache;

  /** One training writes what the tests copy. */
  @BeforeAll
  static void writeArchive() throws IOException {
    Path cache = shared.resolve("cache");
    train(shared, cache);
    written = cache;
  }

  @BeforeEach
  void copyArchive() throws IOException {
    cache = folder.resolve("cache");
    Folders.copy(written, cache);
  }

  private static void train(Path folder, Path cache) throws IOException {
    Configuration.writeImages(folder);
    Elbow.in(folder)
        .with("ELBOW_START_CACHE", cache.toString())
        .run("train", "images.yaml", "--set", "training.epochs=1", "--json")
        .exits(0)
        .json();
  }

  /** Classes that a call loaded, with where each came from. */
  private List<String> loaded(String... command) throws IOException {
    Path log = folder.resolve("classes.log");
    Elbow.in(folder)
        .with("ELBOW_START_CACHE", cache.toString())
        .with("ELBOW_JAVA_OPTS", "-Xlog:class+load:file=" + log)
        .run(command)
        .exits(0)
        .json();
    List<String> lines = Files.readAllLines(log);
    Files.delete(log);
    return lines;
  }

  private String engine() throws IOException {
    return loaded("plugins", "--json").stream()
        .filter(line -> line.contains(ENGINE))
        .findFirst()
        .orElseThrow();
  }

  private Path file(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.noneMatch(Files::isRegularFile);
    }
  }

  @Test
  void pluginsAreListedWithoutNd4j() throws IOException {
    assertThat(loaded("plugins", "--json"))
        .anyMatch(line -> line.contains(ENGINE))
        .noneMatch(line -> line.contains("org.nd4j.linalg.factory.Nd4j "))
        .noneMatch(line -> line.contains("org.bytedeco.javacpp.Loader "));
  }

  @Test
  void theNextStartTakesItsClassesFromTheArchiveOfATraining() throws IOException {
    assertThat(engine()).contains(FROM_ARCHIVE);
  }

  @Test
  void doctorNamesTheArchive() throws IOException {
    Result doctor =
        Elbow.in(folder).with("ELBOW_START_CACHE", cache.toString()).run("doctor").exits(0);

    assertThat(doctor.out()).contains("classes come from the archive");
  }

  @Test
  void aTruncatedArchiveIsPassedOver() throws IOException {
    try (FileChannel archive = FileChannel.open(writable(".jsa"), StandardOpenOption.WRITE)) {
      archive.truncate(archive.size() / 2);
    }

    assertThat(engine()).doesNotContain(FROM_ARCHIVE);
  }

  @Test
  void anArchiveWithDamagedContentIsPassedOver() throws IOException {
    Path archive = writable(".jsa");
    byte[] content = Files.readAllBytes(archive);
    for (int i = content.length / 2; i < content.length / 2 + 4096; i++) {
      content[i] ^= 0x5a;
    }
    Files.write(archive, content);

    assertThat(engine()).doesNotContain(FROM_ARCHIVE);
  }

  @Test
  void anythingElseUnderTheNameIsPassedOver() throws IOException {
    Files.writeString(writable(".jsa"), "no archive");
    Files.writeString(writable(".label"), "10\nkey\n");
    assertThat(engine()).doesNotContain(FROM_ARCHIVE);

    Files.writeString(writable(".label"), "");
    assertThat(engine()).doesNotContain(FROM_ARCHIVE);
  }

  @Test
  void aReadOnlyArchiveIsUsedAndAReadOnlyFolderIsNoError() throws IOException {
    file(".jsa").toFile().setReadOnly();
    file(".jsa").getParent().toFile().setWritable(false);

    assertThat(engine()).contains(FROM_ARCHIVE);
    train(folder, cache);
  }

  @Test
  void anArchiveOfOtherJarsIsPassedOverRemovedByATrainingAndWrittenByTheNext() throws IOException {
    Distribution changed = Distribution.withOwnPlugins();
    cache = folder.resolve("changed");
    Path jar = changed.jars("lib").get(0);
    Files.copy(jar, folder.resolve("copy.jar"));
    Files.delete(jar);
    Files.copy(folder.resolve("copy.jar"), jar);
    Elbow elbow = Elbow.in(folder, changed).with("ELBOW_START_CACHE", cache.toString());
    Configuration.writeImages(folder);
    elbow.run("train", "images.yaml", "--out", "one", "--set", "training.epochs=1").exits(0);
    assertThat(file(".jsa")).exists();

    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    elbow.run("plugins", "--json").exits(0).json();
    elbow.run("train", "images.yaml", "--out", "two", "--set", "training.epochs=1").exits(0);
    assertThat(isEmpty()).isTrue();

    elbow.run("train", "images.yaml", "--out", "three", "--set", "training.epochs=1").exits(0);
    assertThat(file(".label")).exists();
  }

  @Test
  void aCommandThatDoesNotTrainWritesNone() throws IOException {
    cache = folder.resolve("fresh");
    Files.createDirectory(cache);
    loaded("plugins", "--json");

    assertThat(isEmpty()).isTrue();
  }

  @Test
  void theTracePrintsThePhasesOnStandardErrorAlone() throws IOException {
    Result traced =
        Elbow.in(folder).with("ELBOW_TRACE_START", "1").run("plugins", "--json").exits(0);

    assertThat(traced.json().isArray()).isTrue();
    assertThat(traced.err()).contains("the JVM runs", "plugins are open", "the command is done");
  }

  private Path writable(String ending) throws IOException {
    Path file = file(ending);
    file.toFile().setWritable(true);
    return file;
  }
}
