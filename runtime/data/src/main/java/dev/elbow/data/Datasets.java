package dev.elbow.data;

import dev.elbow.spi.InputException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The catalogue of named datasets. */
public final class Datasets {
  static final String SAMPLE = "fashion-mnist-sample";

  private static final long TRAIN_IMAGE_BYTES = 16 + 60_000 * 28 * 28;
  private static final long TRAIN_LABEL_BYTES = 8 + 60_000;
  private static final long TEST_IMAGE_BYTES = 16 + 10_000 * 28 * 28;
  private static final long TEST_LABEL_BYTES = 8 + 10_000;

  private static final List<Dataset> ALL =
      List.of(
          new Dataset(
              SAMPLE,
              "Fashion-MNIST's first 6,000 training and 1,000 test images; comes with Elbow",
              "MIT",
              Optional.empty(),
              List.of()),
          new Dataset(
              "fashion-mnist",
              "60,000 training and 10,000 test images of clothing, 28 x 28 grey, 10 classes",
              "MIT",
              Optional.of(
                  URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")),
              files(
                  "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                  "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                  "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                  "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
          new Dataset(
              "mnist",
              "60,000 training and 10,000 test images of digits, 28 x 28 grey, 10 classes",
              "CC-BY-SA-3.0",
              Optional.of(URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/")),
              files(
                  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")));

  private Datasets() {}

  /** Every dataset, the embedded one first. */
  public static List<Dataset> all() {
    return ALL;
  }

  /** The names of {@link #all()}. */
  public static List<String> names() {
    return ALL.stream().map(Dataset::name).toList();
  }

  /**
   * The dataset of that name.
   *
   * @throws InputException if there is none
   */
  public static Dataset find(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static InputException unknown(String name) {
    String guess = Similar.to(name, names()).map(n -> "Did you mean " + n + "? ").orElse("");
    return new InputException(
        "DATA-UNKNOWN-DATASET",
        "expected the name of a dataset, found " + name,
        "data.dataset",
        guess + "Valid names: " + String.join(", ", names()) + ". Other data: images: FILE.");
  }

  private static List<DatasetFile> files(
      String trainImages, String trainLabels, String testImages, String testLabels) {
    List<String> names = Dataset.FILE_NAMES;
    return List.of(
        new DatasetFile(names.get(0), TRAIN_IMAGE_BYTES, trainImages),
        new DatasetFile(names.get(1), TRAIN_LABEL_BYTES, trainLabels),
        new DatasetFile(names.get(2), TEST_IMAGE_BYTES, testImages),
        new DatasetFile(names.get(3), TEST_LABEL_BYTES, testLabels));
  }
}
