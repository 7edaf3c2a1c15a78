package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.management.OperationsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchiveTest {
  private static final String CLASSES = "the classes";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("cache/17.jsa");
  }

  private StartArchive archive(String key) {
    return new StartArchive(file, key, part -> Files.writeString(part, CLASSES));
  }

  private void renew(StartArchive archive, boolean recording) {
    archive.renew(recording, () -> {});
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRecordedStartLeavesArchiveAndLabelAndNothingElse() throws IOException {
    renew(archive("a"), true);

    assertThat(file).hasContent(CLASSES);
    assertThat(files()).containsExactly("17.jsa", "17.jsa.label");
    assertThat(archive("a").isCurrent()).isTrue();
  }

  @Test
  void theFirstLineOfTheLabelIsTheSizeThatTheStartScriptCompares() throws IOException {
    renew(archive("a"), true);

    assertThat(Files.readAllLines(Label.fileOf(file))).startsWith("" + Files.size(file));
  }

  @Test
  void anArchiveOfTheSameKeyIsLeftAlone() throws IOException {
    renew(archive("a"), true);
    new StartArchive(file, "a", part -> Files.writeString(part, "others")).renew(true, () -> {});

    assertThat(file).hasContent(CLASSES);
  }

  @Test
  void anArchiveOfOtherJarsIsRemovedAndWrittenByTheNextRecordedStart() throws IOException {
    renew(archive("a"), true);
    renew(archive("b"), false);
    assertThat(file).doesNotExist();
    assertThat(Label.fileOf(file)).doesNotExist();

    renew(archive("b"), true);
    assertThat(archive("b").isCurrent()).isTrue();
    assertThat(archive("a").isCurrent()).isFalse();
  }

  @Test
  void aTruncatedArchiveIsNotCurrentAndIsWrittenAgain() throws IOException {
    renew(archive("a"), true);
    Files.writeString(file, "the cl");
    assertThat(archive("a").isCurrent()).isFalse();

    renew(archive("a"), true);
    assertThat(file).hasContent(CLASSES);
  }

  @Test
  void aJvmThatCannotWriteOneIsNotAskedTwice() {
    StartArchive.Writer unable =
        part -> {
          throw new OperationsException("no such command");
        };
    new StartArchive(file, "a", unable).renew(true, () -> {});
    assertThat(file).doesNotExist();
    assertThat(Label.read(file)).contains(new Label(0, "a"));

    renew(archive("a"), true);
    assertThat(file).doesNotExist();
  }

  @Test
  void anUpgradedJvmIsAskedAgain() throws IOException {
    Files.createDirectories(file.getParent());
    new Label(0, "old").write(file);

    renew(archive("new"), false);
    assertThat(Label.read(file)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsNoError() throws IOException {
    Files.writeString(file.getParent(), "a file where the folder would be");

    renew(archive("a"), true);

    assertThat(archive("a").isCurrent()).isFalse();
  }

  @Test
  void aHalfWrittenArchiveNeverHasTheName() {
    StartArchive.Writer dying =
        part -> {
          Files.writeString(part, "the cl");
          assertThat(file).doesNotExist();
          throw new IOException("disk full");
        };
    new StartArchive(file, "a", dying).renew(true, () -> {});

    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
    Files.createDirectories(file.getParent());
    Path left = Files.createFile(file.resolveSibling("part-1.jsa"));
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    Files.createFile(file.resolveSibling("part-2.jsa"));

    renew(archive("a"), true);

    assertThat(files()).containsExactly("17.jsa", "17.jsa.label", "part-2.jsa");
  }

  @Test
  void aDamagedLabelCountsAsNone() throws IOException {
    renew(archive("a"), true);
    Files.writeString(Label.fileOf(file), "no number\na\n");

    assertThat(Label.read(file)).isEmpty();
    assertThat(archive("a").isCurrent()).isFalse();
  }

  @Test
  void withoutThePropertyThereIsNoArchive() {
    assertThat(StartArchive.here(new Properties())).isEmpty();
  }

  @Test
  void theKeyChangesWithTheJvmAndWithEveryJar() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    String key = ArchiveKey.of(properties("17.0.1", jar));

    assertThat(ArchiveKey.of(properties("17.0.1", jar))).isEqualTo(key);
    assertThat(ArchiveKey.of(properties("17.0.2", jar))).isNotEqualTo(key);
    Files.writeString(jar, "another");
    assertThat(ArchiveKey.of(properties("17.0.1", jar))).isNotEqualTo(key);
    Files.delete(jar);
    assertThat(ArchiveKey.of(properties("17.0.1", jar))).isNotEqualTo(key);
  }

  private static Properties properties(String vm, Path jar) {
    Properties properties = new Properties();
    properties.setProperty("java.vm.version", vm);
    properties.setProperty("java.home", "/java");
    properties.setProperty("java.class.path", jar.toString());
    return properties;
  }
}
