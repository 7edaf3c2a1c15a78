package dev.elbow.cli.command;

import dev.elbow.configuration.DidYouMean;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Datasets;
import dev.elbow.data.Split;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Finds the examples that a run is to encode, binarised as the run's own data. */
record EncodingData(OpenRun run, DataFolder folder) {
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  /** What shells complete. */
  static final class SplitNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SPLITS.iterator();
    }
  }

  /**
   * @throws InputException if there is no such split, or a file is given, which has none
   */
  static void checkSplit(Optional<String> split, Optional<String> data) {
    if (split.isEmpty()) {
      return;
    }
    if (!SPLITS.contains(split.get())) {
      throw new InputException(
          "CLI-SPLIT",
          "expected a split, found " + split.get(),
          "--split",
          DidYouMean.closest(split.get(), SPLITS).map(n -> "Did you mean " + n + "? ").orElse("")
              + "Valid: "
              + String.join(", ", SPLITS)
              + ".");
    }
    if (data.isPresent() && !Datasets.names().contains(data.get())) {
      throw new InputException(
          "CLI-SPLIT",
          "expected no --split beside a file, which has no splits",
          "--split",
          "Remove --split; the whole file is encoded.");
    }
  }

  Split open(Optional<String> data, Optional<String> split) {
    Split examples =
        data.filter(name -> !Datasets.names().contains(name))
            .map(this::file)
            .orElseGet(() -> named(data, split.orElse("test")));
    DataShape expected = run.model().parts().shape();
    if (!examples.shape().equals(expected)) {
      throw new InputException(
          "DATA-SHAPE-MISMATCH",
          "expected examples of "
              + expected
              + " as the run was trained on, found "
              + examples.shape(),
          data.orElse("--data"),
          "Give images of the same size.");
    }
    return examples;
  }

  private Split named(Optional<String> name, String split) {
    DataSplits splits =
        name.map(dataset -> splits(options(Optional.of(dataset), Optional.empty())))
            .orElseGet(() -> run.data(folder));
    return switch (split) {
      case "train" -> splits.train();
      case "validation" -> splits.validation().orElseThrow(EncodingData::noValidation);
      default -> splits.test();
    };
  }

  private Split file(String name) {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new InputException(
          "DATA-NOT-FOUND",
          "expected the name of a dataset or a file, found " + name,
          "--data",
          DidYouMean.closest(name, Datasets.names())
                  .map(found -> "Did you mean " + found + "? ")
                  .orElse("")
              + "Datasets: "
              + String.join(", ", Datasets.names())
              + ".");
    }
    return splits(options(Optional.empty(), Optional.of(path))).test();
  }

  private DataSplits splits(DataOptions options) {
    return DataSplits.open(options, folder, run.header().seed());
  }

  /** A file is its own test set, so that all of it is encoded. */
  private DataOptions options(Optional<String> dataset, Optional<Path> images) {
    return new DataOptions(
        dataset,
        images,
        Optional.empty(),
        images,
        Optional.empty(),
        run.header().data().binarize(),
        0,
        Optional.empty(),
        0);
  }

  private static InputException noValidation() {
    return new InputException(
        "CLI-SPLIT",
        "the data has no validation set",
        "--split",
        "Take train or test; data.validation of a configuration sets images aside.");
  }
}
