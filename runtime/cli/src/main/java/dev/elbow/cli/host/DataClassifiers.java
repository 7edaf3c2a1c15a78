package dev.elbow.cli.host;

import dev.elbow.classifier.ClassifierListener;
import dev.elbow.classifier.Classifiers;
import dev.elbow.cli.output.Console;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.metrics.ClassifierSource;
import dev.elbow.spi.Classifier;
import java.nio.file.Path;
import java.util.Locale;

/** The classifiers of data sets, kept in the user's cache; a training of one is announced. */
final class DataClassifiers implements ClassifierSource {
  private final Console console;

  DataClassifiers(Console console) {
    this.console = console;
  }

  @Override
  public Classifier of(DataSplits data) {
    return Classifiers.in(Cache.folder().resolve("classifiers"))
        .classifier(data, new Notes(console, data.name()));
  }

  private record Notes(Console console, String data) implements ClassifierListener {
    @Override
    public void waiting(Path file) {
      console.note("another process trains the classifier of " + data + "; waiting for it");
    }

    @Override
    public void training(String network, int examples, int epochs) {
      console.note(
          "training the classifier of %s, once: %s, %d epochs of %,d images"
              .formatted(data, network, epochs, examples));
    }

    @Override
    public void unusable(Path file, String reason) {
      console.note("the kept classifier is trained anew: " + reason);
    }

    @Override
    public void ready(boolean kept, double accuracy) {
      console.note(
          String.format(
              Locale.ROOT,
              "the classifier of %s tells %.2f %% of the test images right",
              data,
              100 * accuracy));
    }
  }
}
