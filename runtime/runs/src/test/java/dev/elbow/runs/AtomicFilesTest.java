package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

  private @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("file.txt");
  }

  @Test
  void writesTextAndLeavesNothingElse() throws IOException {
    AtomicFiles.write(file, "Grüße");
    assertThat(Files.readAllBytes(file)).isEqualTo("Grüße".getBytes("UTF-8"));
    assertThat(names()).containsExactly("file.txt");
  }

  @Test
  void replacesTheFormerContent() {
    AtomicFiles.write(file, "a long former content");
    AtomicFiles.write(file, "new");
    assertThat(file).hasContent("new");
  }

  @Test
  void createsMissingParents() {
    Path deep = folder.resolve("a/b/c.bin");
    AtomicFiles.write(deep, new byte[] {1, 2});
    assertThat(deep).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void showsNothingUnderTheFinalNameWhileItIsWritten() {
    AtomicFiles.write(file, "old");
    AtomicFiles.write(
        file,
        out -> {
          out.write('n');
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("n");
  }

  @Test
  void aFullDiskKeepsTheOldFileAndSaysHowToGoOn() throws IOException {
    AtomicFiles.write(file, "old");
    FailureException e =
        catchThrowableOfType(
            FailureException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertThat(e.id()).isEqualTo("RUN-DISK");
    assertThat(e.problem()).matches("no space left on the disk, [\\d,]+ bytes are free");
    assertThat(e.place()).isEqualTo(file.toString());
    assertThat(e.fix()).contains("Free space", "`elbow resume RUN`");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("file.txt");
  }

  @Test
  void aFullDiskNamesTheRunToResume() {
    AtomicFiles.write(folder.resolve("config.yaml"), "");
    AtomicFiles.write(folder.resolve("manifest.json"), "{}");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    folder.resolve("images/x.png"),
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .hasMessageContaining("`elbow resume " + folder + "`");
  }

  @Test
  void anyOtherRefusalIsToldAsItIs() throws IOException {
    Files.writeString(folder.resolve("plain"), "");
    assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("plain/x"), "text"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("RUN-DISK: cannot write: a file of that name is in the way");
  }

  @Test
  void aDefectInTheContentLeavesNothingBehind() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      throw new IllegalStateException("defect");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void anInterruptedThreadStillWritesTheWholeFile() {
    Thread.currentThread().interrupt();
    AtomicFiles.write(file, "whole");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("whole");
  }

  @Test
  void aFolderAppearsWithAllItsFiles() throws IOException {
    Path target = folder.resolve("made");
    AtomicFiles.writeFolder(
        target,
        temporary -> {
          assertThat(target).doesNotExist();
          assertThat(temporary.getParent()).isEqualTo(folder);
          Files.writeString(temporary.resolve("a"), "1");
          Files.createDirectory(temporary.resolve("b"));
          Files.writeString(temporary.resolve("b/c"), "2");
        });
    assertThat(names()).containsExactly("made");
    assertThat(target.resolve("b/c")).hasContent("2");
  }

  @Test
  void aFolderThatCannotBeFilledIsNotThere() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFiles.writeFolder(
                    folder.resolve("made"),
                    temporary -> {
                      Files.writeString(temporary.resolve("a"), "1");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("no space left");
    assertThat(names()).isEmpty();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
