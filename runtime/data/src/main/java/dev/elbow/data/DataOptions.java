package dev.elbow.data;

import dev.elbow.spi.InputException;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code data} section of a configuration. */
@Doc("What to train on and to test on: a named dataset, or IDX files.")
public record DataOptions(
    @Doc("A named dataset: fashion-mnist-sample (needs no download), fashion-mnist or mnist.")
        Optional<String> dataset,
    @Doc("An IDX file of training images, gzipped or not, in place of a named dataset.")
        Optional<Path> images,
    @Doc("The IDX file of the training images' labels; they colour reports, never the training.")
        Optional<Path> labels,
    @Doc("An IDX file of test images; without it, testSplit.") Optional<Path> testImages,
    @Doc("The IDX file of the test images' labels.") Optional<Path> testLabels,
    @Doc("How grey values become 0s and 1s.") @Default("none") Binarization binarize,
    @Doc("How many images to set aside for validation: the last of the training images.")
        @Default("0")
        @Range(min = 0)
        int validation,
    @Doc("Train on the first so many images only; validation and test stay as they are.")
        @Range(min = 1)
        Optional<Integer> limit,
    @Doc(
            "How many images to take off the end for testing, before validation, if images come"
                + " without testImages; 0 is a tenth.")
        @Default("0")
        @Range(min = 0)
        int testSplit) {

  /** A named dataset with every other option at its default. */
  public static DataOptions of(String dataset) {
    return new DataOptions(
        Optional.of(dataset),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Binarization.NONE,
        0,
        Optional.empty(),
        0);
  }

  /** The same data without binarisation, validation and limit. */
  public DataOptions whole() {
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

  /**
   * Checks what no single option can tell; {@link DataSplits#open} does so too.
   *
   * @throws InputException if not exactly one of dataset and images is given, or if an option would
   *     have no effect beside the others
   */
  public void validate() {
    if (dataset.isPresent() == images.isPresent()) {
      throw invalid(
          "expected exactly one of dataset and images, found "
              + (images.isPresent() ? "both" : "neither"),
          "Name a dataset (" + String.join(", ", Datasets.names()) + ") or give images: FILE.");
    }
    refuse(dataset.isPresent() && labels.isPresent(), "labels", "dataset, which brings its own");
    refuse(dataset.isPresent() && testImages.isPresent(), "testImages", "dataset, which has some");
    refuse(testLabels.isPresent() && testImages.isEmpty(), "testLabels", "no testImages");
    refuse(dataset.isPresent() && testSplit > 0, "testSplit", "dataset, which has a test set");
    refuse(testImages.isPresent() && testSplit > 0, "testSplit", "testImages");
    if (validation < 0 || testSplit < 0 || limit.filter(n -> n < 1).isPresent()) {
      throw invalid(
          "expected validation and testSplit of at least 0 and a limit of at least 1",
          "Correct the number.");
    }
  }

  private static void refuse(boolean refused, String option, String beside) {
    if (refused) {
      throw invalid(
          "expected no " + option + " beside " + beside, "Remove " + option + " or the other.");
    }
  }

  private static InputException invalid(String problem, String fix) {
    return new InputException("DATA-OPTIONS", problem, "data", fix);
  }
}
