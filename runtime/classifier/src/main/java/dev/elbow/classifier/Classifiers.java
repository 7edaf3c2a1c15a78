package dev.elbow.classifier;

import dev.elbow.data.DataSplits;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The classifiers of data sets, each trained once and kept in a folder.
 *
 * <p>Processes and threads that need the same one at once are safe: the first trains it, the others
 * wait and read it.
 */
public final class Classifiers {
  private final Path folder;

  private Classifiers(Path folder) {
    this.folder = Objects.requireNonNull(folder);
  }

  /**
   * Keeps classifiers in a folder, which is made when the first is trained. What lies in it may be
   * deleted at any time.
   */
  public static Classifiers in(Path folder) {
    return new Classifiers(folder);
  }

  /**
   * The classifier of a data set: read if it was kept, else trained on the grey values of the
   * training split. The result holds no native memory and may be used by several threads.
   *
   * @throws InputException {@code CLASSIFIER-NO-LABELS} or {@code CLASSIFIER-ONE-CLASS} if the data
   *     have none to learn
   * @throws FailureException if the folder cannot be written
   */
  public Classifier classifier(DataSplits data, ClassifierListener listener) {
    LabelledImages images = LabelledImages.of(data);
    Design design = Design.of(data.shape(), images.classes());
    Path file = folder.resolve(KeptClassifier.name(data.sha256(), design));
    Optional<Weights> kept = read(file, design, ClassifierListener.SILENT);
    if (kept.isPresent()) {
      return ready(design, kept.get(), data, true, listener);
    }
    try (CacheLock lock = CacheLock.of(file, () -> listener.waiting(file))) {
      Objects.requireNonNull(lock);
      kept = read(file, design, listener);
      Weights weights = kept.orElseGet(() -> train(images, design, file, listener));
      return ready(design, weights, data, kept.isPresent(), listener);
    }
  }

  private static Weights train(
      LabelledImages images, Design design, Path file, ClassifierListener listener) {
    Training training = new Training(images, design, listener);
    Weights weights = NativeThread.run("classifier training", training::run);
    KeptClassifier.write(file, design, weights);
    return weights;
  }

  private static Optional<Weights> read(Path file, Design design, ClassifierListener listener) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeptClassifier.read(file, design));
    } catch (InputException e) {
      listener.unusable(file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Classifier ready(
      Design design, Weights weights, DataSplits data, boolean kept, ClassifierListener listener) {
    listener.ready(kept, weights.accuracy());
    String trainedOn = "%d images of %s".formatted(data.train().size(), data.name());
    return new Forward(design, weights, trainedOn);
  }
}
