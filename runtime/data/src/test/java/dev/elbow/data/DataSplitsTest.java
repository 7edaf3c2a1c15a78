package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image i of the test data has its first pixel at 10 i and its label at i. */
class DataSplitsTest {
  @TempDir Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void writeTwentyImages() {
    images = Idx.write(folder.resolve("images"), Idx.images(20, 2, 2));
    labels = Idx.write(folder.resolve("labels"), Idx.labels(20));
  }

  @Test
  void aTenthIsTakenOffTheEndForTestingIfNothingElseIsSaid() {
    DataSplits splits = open(0, Optional.empty(), 0);
    assertThat(firsts(splits.train())).hasSize(18).startsWith(0).endsWith(170);
    assertThat(firsts(splits.test())).containsExactly(180, 190);
    assertThat(splits.validation()).isEmpty();
  }

  @Test
  void testThenValidationComeOffTheEndAndTheLimitCutsTrainingAlone() {
    DataSplits splits = open(4, Optional.of(5), 3);
    assertThat(firsts(splits.train())).containsExactly(0, 10, 20, 30, 40);
    assertThat(firsts(splits.validation().orElseThrow())).containsExactly(130, 140, 150, 160);
    assertThat(firsts(splits.test())).containsExactly(170, 180, 190);
  }

  @Test
  void aLimitAboveTheTrainingImagesTakesThemAll() {
    assertThat(open(0, Optional.of(1_000), 2).train().size()).isEqualTo(18);
  }

  @Test
  void labelsStayWithTheirImages() {
    DataSplits splits = open(4, Optional.empty(), 3);
    assertThat(splits.test().labels(new int[] {2, 0}).orElseThrow()).containsExactly(9, 7);
  }

  @Test
  void testFilesAreUsedWholeIfGiven() {
    Path test = Idx.write(folder.resolve("test"), Idx.images(5, 2, 2));
    DataSplits splits = open(withTest(test));
    assertThat(splits.train().size()).isEqualTo(20);
    assertThat(splits.test().size()).isEqualTo(5);
  }

  @Test
  void testImagesOfAnotherShapeAreRefused() {
    Path test = Idx.write(folder.resolve("test"), Idx.images(5, 3, 2));
    assertThat(Errors.input("DATA-SHAPE-MISMATCH", () -> open(withTest(test))).problem())
        .contains("1x2x2", "1x3x2");
  }

  @Test
  void aSplitThatLeavesNothingToTrainOnIsRefused() {
    assertThat(Errors.input("DATA-SPLIT", () -> open(15, Optional.empty(), 5)).problem())
        .contains("of 20, 5 go to test and 15 to validation");
    Errors.input("DATA-SPLIT", () -> open(Integer.MAX_VALUE, Optional.empty(), Integer.MAX_VALUE));
  }

  @Test
  void valuesAreBinaryExactlyIfBinarised() {
    assertThat(open(options(Binarization.NONE)).values()).isEqualTo(DataValues.UNIT_INTERVAL);
    assertThat(open(options(Binarization.THRESHOLD)).values()).isEqualTo(DataValues.BINARY);
    assertThat(open(options(Binarization.STOCHASTIC)).values()).isEqualTo(DataValues.BINARY);
  }

  @Test
  void theDigestIsOfTheContentNotOfThePackingOrTheSeed() {
    String digest = open(options(Binarization.NONE)).sha256();
    Idx.write(images, Idx.gzip(Idx.images(20, 2, 2)));
    assertThat(DataSplits.open(options(Binarization.NONE), new DataFolder(folder), 99).sha256())
        .isEqualTo(digest)
        .matches("[0-9a-f]{64}");
    byte[] changed = Idx.images(20, 2, 2);
    changed[changed.length - 1]++;
    Idx.write(images, changed);
    assertThat(open(options(Binarization.NONE)).sha256()).isNotEqualTo(digest);
  }

  @Test
  void namedDatasetsBringTheirTestSet() {
    DataSplits splits = open(DataOptions.of("fashion-mnist-sample"));
    assertThat(splits.name()).isEqualTo("fashion-mnist-sample");
    assertThat(splits.shape()).isEqualTo(new DataShape(1, 28, 28));
    assertThat(splits.train().size()).isEqualTo(6_000);
    assertThat(splits.test().size()).isEqualTo(1_000);
  }

  private DataSplits open(int validation, Optional<Integer> limit, int testSplit) {
    return open(options(Binarization.NONE, Optional.empty(), validation, limit, testSplit));
  }

  private DataSplits open(DataOptions options) {
    return DataSplits.open(options, new DataFolder(folder), 1);
  }

  private DataOptions withTest(Path test) {
    return options(Binarization.NONE, Optional.of(test), 0, Optional.empty(), 0);
  }

  private DataOptions options(Binarization binarize) {
    return options(binarize, Optional.empty(), 0, Optional.empty(), 0);
  }

  private DataOptions options(
      Binarization binarize,
      Optional<Path> test,
      int validation,
      Optional<Integer> limit,
      int testSplit) {
    return new DataOptions(
        Optional.empty(),
        Optional.of(images),
        Optional.of(labels),
        test,
        Optional.empty(),
        binarize,
        validation,
        limit,
        testSplit);
  }

  private static int[] firsts(Split split) {
    return java.util.stream.IntStream.range(0, split.size())
        .map(i -> split.images().pixel(i, 0))
        .toArray();
  }
}
