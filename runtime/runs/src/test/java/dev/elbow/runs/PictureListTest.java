package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureListTest {
  private @TempDir Path images;

  @Test
  void comesBackInOrderWithEveryWord() throws IOException {
    Files.createFile(images.resolve("b.png"));
    Files.createFile(images.resolve("a.png"));
    List<Picture> pictures =
        List.of(
            new Picture("b.png", "Second \"letter\"", "a grid", "Look & see <this>."),
            new Picture("a.png", "First", "another", ""));
    new PictureList(images).write(pictures);
    assertThat(new PictureList(images).read()).isEqualTo(pictures);
  }

  @Test
  void namesOnlyPicturesThatAreInTheFolder() throws IOException {
    Path run = images.resolve("run/images");
    Files.createDirectories(run);
    Files.createFile(run.getParent().resolve("secret.png"));
    new PictureList(run)
        .write(
            List.of(
                new Picture("../secret.png", "t", "a", "c"),
                new Picture("gone.png", "t", "a", "c"),
                new Picture("", "t", "a", "c")));
    assertThat(new PictureList(run).read()).isEmpty();
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertThat(new PictureList(images.resolve("nowhere")).read()).isEmpty();
  }

  @Test
  void aDamagedListSaysSo() throws IOException {
    Files.writeString(images.resolve("pictures.json"), "[1,");
    assertThatThrownBy(() -> new PictureList(images).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-PICTURES");
  }
}
