package dev.elbow.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.DataSplits;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** On images of bars, which it learns in seconds. */
class ClassifiersTest {
  private static final int TEST = 300;
  private static DataSplits data;
  private static Path kept;
  private static Classifier trained;

  @BeforeAll
  static void train(@TempDir Path folder) {
    data = Bars.in(folder, 300, TEST, true);
    kept = folder.resolve("kept");
    trained = Classifiers.in(kept).classifier(data, ClassifierListener.SILENT);
  }

  /** Counts trainings and what was read instead. */
  private static final class Heard implements ClassifierListener {
    private final AtomicInteger trainings = new AtomicInteger();
    private final List<String> unusable = new ArrayList<>();
    private boolean kept;

    @Override
    public void training(String network, int examples, int epochs) {
      trainings.incrementAndGet();
    }

    @Override
    public void unusable(Path file, String reason) {
      unusable.add(reason);
    }

    @Override
    public void ready(boolean wasKept, double accuracy) {
      kept = wasKept;
    }
  }

  private static Matrix testImages() {
    float[] pixels = new float[TEST * Bars.FEATURES];
    for (int i = 0; i < TEST; i++) {
      data.test().images().copy(i, pixels, i * Bars.FEATURES);
    }
    return new Matrix(TEST, Bars.FEATURES, pixels);
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".safetensors")).findFirst().orElseThrow();
    }
  }

  @Test
  void itLearnsToTellBarsApart() {
    assertThat(trained.classes()).isEqualTo(Bars.CLASSES);
    assertThat(trained.accuracy()).isGreaterThan(0.97);
    assertThat(trained.description()).contains("conv 5x5x16").contains("300 images");
  }

  @Test
  void itsAccuracyIsTheShareOfLargestProbabilitiesThatAreRight() {
    Matrix probabilities = trained.probabilities(testImages());
    int right = 0;
    for (int i = 0; i < TEST; i++) {
      double sum = 0;
      int best = 0;
      for (int k = 0; k < Bars.CLASSES; k++) {
        sum += probabilities.at(i, k);
        best = probabilities.at(i, k) > probabilities.at(i, best) ? k : best;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
      right += best == i % Bars.CLASSES ? 1 : 0;
    }
    assertThat((double) right / TEST).isEqualTo(trained.accuracy());
  }

  @Test
  void itsFeaturesAreRectifiedActivations() {
    Matrix features = trained.features(testImages());
    assertThat(features.rows()).isEqualTo(TEST);
    assertThat(features.columns()).isEqualTo(128);
    float least = Float.MAX_VALUE;
    float most = 0;
    for (float value : features.values()) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    assertThat(least).isZero();
    assertThat(most).isPositive();
  }

  @Test
  void theSizeOfTheQuestionChangesNoAnswer() {
    Matrix all = testImages();
    Matrix whole = trained.probabilities(all);
    Matrix first = trained.probabilities(all.first(7));
    for (int i = 0; i < first.values().length; i++) {
      assertThat(first.values()[i]).isCloseTo(whole.values()[i], within(1e-5f));
    }
    assertThat(trained.probabilities(new Matrix(0, Bars.FEATURES, new float[0])).rows()).isZero();
  }

  @Test
  void theKeptOneGivesTheBitsOfTheTrainedOne() {
    Heard heard = new Heard();
    Classifier read = Classifiers.in(kept).classifier(data, heard);
    assertThat(heard.trainings).hasValue(0);
    assertThat(heard.kept).isTrue();
    assertThat(read.accuracy()).isEqualTo(trained.accuracy());
    assertThat(read.probabilities(testImages())).isEqualTo(trained.probabilities(testImages()));
    assertThat(read.features(testImages())).isEqualTo(trained.features(testImages()));
  }

  @Test
  void theSameDataGiveTheSameClassifierWhateverElseDrawsNumbers(@TempDir Path folder) {
    Nd4j.getRandom().setSeed(99);
    long before = Nd4j.getRandom().getSeed();
    Classifier again = Classifiers.in(folder).classifier(data, ClassifierListener.SILENT);
    assertThat(again.probabilities(testImages())).isEqualTo(trained.probabilities(testImages()));
    assertThat(Nd4j.getRandom().getSeed()).isEqualTo(before);
  }

  @Test
  void aBrokenFileIsTrainedAnew(@TempDir Path folder) throws IOException {
    Path file = onlyFile(kept);
    Path copy = folder.resolve(file.getFileName());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5] ^= 1;
    Files.write(copy, bytes);
    Heard heard = new Heard();
    Classifier again = Classifiers.in(folder).classifier(data, heard);
    assertThat(heard.trainings).hasValue(1);
    assertThat(heard.unusable).singleElement().asString().contains("not those written");
    assertThat(again.probabilities(testImages())).isEqualTo(trained.probabilities(testImages()));
    assertThat(Files.readAllBytes(copy)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aTruncatedFileIsTrainedAnew(@TempDir Path folder) throws IOException {
    Path file = onlyFile(kept);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(folder.resolve(file.getFileName()), Arrays.copyOf(bytes, 1000));
    Heard heard = new Heard();
    Classifiers.in(folder).classifier(data, heard);
    assertThat(heard.trainings).hasValue(1);
  }

  @Test
  void twoThreadsTrainItOnce(@TempDir Path folder) {
    Heard heard = new Heard();
    List<CompletableFuture<Classifier>> both =
        Stream.of(1, 2)
            .map(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> Classifiers.in(folder).classifier(data, heard)))
            .toList();
    Matrix one = both.get(0).join().probabilities(testImages());
    Matrix other = both.get(1).join().probabilities(testImages());
    assertThat(heard.trainings).hasValue(1);
    assertThat(one).isEqualTo(other);
  }

  @Test
  void dataWithoutLabelsAreRefused(@TempDir Path folder) {
    DataSplits unlabelled = Bars.in(folder, 30, 10, false);
    assertThatThrownBy(
            () -> Classifiers.in(folder).classifier(unlabelled, ClassifierListener.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CLASSIFIER-NO-LABELS")
        .hasMessageContaining("without labels");
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> trained.features(new Matrix(1, 3, new float[3])))
        .hasMessageContaining("expected 144 features, found 3");
  }
}
