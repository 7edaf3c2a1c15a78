package dev.elbow.data;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** The images of an experiment on their way from the files to the splits. */
record DataImages(
    String name, Images train, Optional<Images> validation, Optional<Images> test, String place) {

  static DataImages open(DataOptions options, DataFolder folder) {
    return options.dataset().isPresent()
        ? named(Datasets.find(options.dataset().get()), folder)
        : files(options);
  }

  private static DataImages named(Dataset dataset, DataFolder folder) {
    return new DataImages(
        dataset.name(),
        dataset.train(folder),
        Optional.empty(),
        Optional.of(dataset.test(folder)),
        "data.dataset " + dataset.name());
  }

  private static DataImages files(DataOptions options) {
    Path path = options.images().orElseThrow();
    Images train = IdxFile.read(path, options.labels());
    Optional<Images> test =
        options.testImages().map(file -> IdxFile.read(file, options.testLabels()));
    test.ifPresent(
        images -> requireSameShape(train.shape(), images.shape(), options.testImages().get()));
    return new DataImages(
        path.getFileName().toString(), train, Optional.empty(), test, path.toString());
  }

  private static void requireSameShape(DataShape train, DataShape test, Path place) {
    if (!train.equals(test)) {
      throw new InputException(
          "DATA-SHAPE-MISMATCH",
          "expected test images of the training images' shape " + train + ", found " + test,
          place.toString(),
          "Give training and test images of one size.");
    }
  }

  /** The test images (unless there are some), the validation images and the rest. */
  DataImages splitOff(DataOptions options) {
    int taken = test.isPresent() ? 0 : testCount(options.testSplit());
    long left = (long) train.count() - taken - options.validation();
    if (left < 1) {
      throw new InputException(
          "DATA-SPLIT",
          "expected at least one training image, found none: of "
              + train.count()
              + ", "
              + taken
              + " go to test and "
              + options.validation()
              + " to validation",
          place,
          "Lower data.validation or data.testSplit, or give more images.");
    }
    int rest = (int) left;
    int end = rest + options.validation();
    return new DataImages(
        name,
        train.slice(0, Math.min(rest, options.limit().orElse(rest))),
        options.validation() == 0 ? Optional.empty() : Optional.of(train.slice(rest, end)),
        test.or(() -> Optional.of(train.slice(end, train.count()))),
        place);
  }

  private int testCount(int requested) {
    return requested > 0 ? requested : Math.max(1, train.count() / 10);
  }

  String sha256() {
    Sha256 digest = new Sha256();
    digest.text("train " + train.sha256());
    validation.ifPresent(images -> digest.text("validation " + images.sha256()));
    test.ifPresent(images -> digest.text("test " + images.sha256()));
    return digest.hex();
  }
}
