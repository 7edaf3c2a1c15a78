package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
  @TempDir Path folder;

  @Test
  void aNearMissIsGuessedAndTheValidNamesAreListed() {
    assertThat(unknown("fashionmnist").fix())
        .startsWith("Did you mean fashion-mnist?")
        .contains("Valid names: fashion-mnist-sample, fashion-mnist, mnist.");
    assertThat(unknown("MNSIT").fix()).startsWith("Did you mean mnist?");
    assertThat(unknown("Fashion_MNIST_Sampel").fix())
        .startsWith("Did you mean fashion-mnist-sample?");
  }

  @Test
  void aFarMissIsNotGuessed() {
    assertThat(unknown("imagenet").fix()).startsWith("Valid names:");
  }

  @Test
  void aDatasetThatIsNotThereSaysWhereAndHowToGetIt() {
    InputException error =
        Errors.input(
            "DATA-NOT-FETCHED", () -> Datasets.find("mnist").train(new DataFolder(folder)));
    assertThat(error.problem()).contains("train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz");
    assertThat(error.place()).isEqualTo(folder.resolve("mnist").toString());
    assertThat(error.fix())
        .contains("elbow data fetch mnist", "by hand", "--data-dir", "ELBOW_DATA");
  }

  /** The first labels of Fashion-MNIST: ankle boot, T-shirt, T-shirt, dress, ... */
  @Test
  void theSampleNeedsNoFilesAndIsTheBeginningOfFashionMnist() {
    Images train = sample().train(new DataFolder(folder));
    Images test = sample().test(new DataFolder(folder));
    assertThat(train.count()).isEqualTo(6_000);
    assertThat(test.count()).isEqualTo(1_000);
    assertThat(train.shape()).isEqualTo(new DataShape(1, 28, 28));
    assertThat(labels(train)).containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
    assertThat(labels(test)).containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
  }

  @Test
  void theSampleComesWithItsLicense() throws IOException {
    try (InputStream in = Datasets.class.getResourceAsStream("fashion-mnist-sample/COPYRIGHT")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("The MIT License", "Zalando SE", "Permission is hereby granted");
    }
  }

  @Test
  void theSampleIsTheBeginningOfTheWholeWhereThatIsThere() {
    DataFolder whole = DataFolder.resolve(Optional.empty());
    Dataset fashion = Datasets.find("fashion-mnist");
    assumeThat(whole.has(fashion)).isTrue();
    assertThat(sample().train(whole).sha256())
        .isEqualTo(fashion.train(whole).slice(0, 6_000).sha256());
    assertThat(sample().test(whole).sha256())
        .isEqualTo(fashion.test(whole).slice(0, 1_000).sha256());
  }

  @Test
  void filesThatAreThereMatchTheCatalogue() throws IOException {
    DataFolder whole = DataFolder.resolve(Optional.empty());
    for (Dataset dataset : Datasets.all().stream().filter(whole::has).toList()) {
      for (DatasetFile file : dataset.files()) {
        Path path = whole.find(dataset, file).orElseThrow();
        assertThat(ContentCheck.matches(path, file)).as(path.toString()).isTrue();
      }
    }
  }

  private static Dataset sample() {
    return Datasets.find("fashion-mnist-sample");
  }

  private static int[] labels(Images images) {
    return IntStream.range(0, 10).map(i -> images.label(i).getAsInt()).toArray();
  }

  private static InputException unknown(String name) {
    return Errors.input("DATA-UNKNOWN-DATASET", () -> Datasets.find(name));
  }
}
