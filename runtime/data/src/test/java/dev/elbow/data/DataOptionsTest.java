package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataOptionsTest {
  private static final Optional<Path> FILE = Optional.of(Path.of("file"));
  private static final Optional<Path> NO_FILE = Optional.empty();
  private static final Optional<String> NAME = Optional.of("mnist");
  private static final Optional<String> NO_NAME = Optional.empty();

  @Test
  void aDatasetAloneIsEnough() {
    assertThatCode(DataOptions.of("mnist")::validate).doesNotThrowAnyException();
  }

  @Test
  void imagesAloneAreEnough() {
    assertThatCode(options(NO_NAME, FILE, NO_FILE, NO_FILE, NO_FILE, 0)::validate)
        .doesNotThrowAnyException();
  }

  @Test
  void neitherDatasetNorImagesIsRefusedWithTheValidNames() {
    assertThat(refused(options(NO_NAME, NO_FILE, NO_FILE, NO_FILE, NO_FILE, 0)))
        .contains("neither", "fashion-mnist-sample, fashion-mnist, mnist", "images: FILE");
  }

  @Test
  void bothDatasetAndImagesAreRefused() {
    assertThat(refused(options(NAME, FILE, NO_FILE, NO_FILE, NO_FILE, 0))).contains("both");
  }

  @Test
  void optionsWithoutEffectAreRefused() {
    assertThat(refused(options(NAME, NO_FILE, FILE, NO_FILE, NO_FILE, 0)))
        .contains("no labels beside dataset");
    assertThat(refused(options(NAME, NO_FILE, NO_FILE, FILE, NO_FILE, 0)))
        .contains("no testImages beside dataset");
    assertThat(refused(options(NAME, NO_FILE, NO_FILE, NO_FILE, NO_FILE, 5)))
        .contains("no testSplit beside dataset");
    assertThat(refused(options(NO_NAME, FILE, NO_FILE, NO_FILE, FILE, 0)))
        .contains("no testLabels beside no testImages");
    assertThat(refused(options(NO_NAME, FILE, NO_FILE, FILE, NO_FILE, 5)))
        .contains("no testSplit beside testImages");
  }

  private static String refused(DataOptions options) {
    return Errors.input("DATA-OPTIONS", options::validate).getMessage();
  }

  private static DataOptions options(
      Optional<String> dataset,
      Optional<Path> images,
      Optional<Path> labels,
      Optional<Path> testImages,
      Optional<Path> testLabels,
      int testSplit) {
    return new DataOptions(
        dataset,
        images,
        labels,
        testImages,
        testLabels,
        Binarization.NONE,
        0,
        Optional.empty(),
        testSplit);
  }
}
