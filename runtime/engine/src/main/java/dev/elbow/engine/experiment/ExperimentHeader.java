package dev.elbow.engine.experiment;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.options.BackendOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.spi.InputException;
import java.util.Optional;

/**
 * What a resolved configuration says before any part is made.
 *
 * @param resolved the whole tree, complete
 * @param name of the experiment
 * @param seed of every random number
 * @param latent the size of z
 */
public record ExperimentHeader(
    MapNode resolved,
    String name,
    long seed,
    int latent,
    BackendOptions backend,
    DataOptions data,
    TrainingOptions training) {

  static ExperimentHeader of(MapNode resolved) {
    DataOptions data = Binder.bind(resolved.get("data"), DataOptions.class);
    TrainingOptions training = Binder.bind(resolved.get("training"), TrainingOptions.class);
    data.validate();
    if (training.earlyStopping().isPresent() && data.validation() == 0) {
      throw new InputException(
          "CFG-VALUE",
          "training.earlyStopping needs a validation set, but data.validation is 0",
          resolved.get("training").place().toString(),
          "Set data.validation to the number of training images to set aside.");
    }
    return new ExperimentHeader(
        resolved,
        text(resolved, "name"),
        Long.parseLong(text(resolved, "seed")),
        Integer.parseInt(text((MapNode) resolved.get("model"), "latent")),
        Binder.bind(resolved.get("backend"), BackendOptions.class),
        data,
        training);
  }

  private static String text(MapNode node, String key) {
    return ((ScalarNode) node.get(key)).text();
  }

  /**
   * Opens the data that the configuration names.
   *
   * @throws InputException at the option's place in the file, if the error names the option
   */
  public DataSplits openData(DataFolder folder) {
    return open(data, folder);
  }

  /** The same data, grey, with nothing held back from training: what a classifier learns from. */
  DataSplits openWhole(DataFolder folder) {
    return open(data.whole(), folder);
  }

  private DataSplits open(DataOptions options, DataFolder folder) {
    try {
      return DataSplits.open(options, folder, seed);
    } catch (InputException e) {
      throw placeOf(e.place())
          .map(place -> new InputException(e.id(), e.problem(), place, e.fix(), e))
          .orElse(e);
    }
  }

  /** The file, line and column of a key such as {@code data.dataset}. */
  private Optional<String> placeOf(String key) {
    Optional<ConfigNode> node = Optional.of(resolved);
    for (String part : key.split("\\.")) {
      node = node.filter(MapNode.class::isInstance).flatMap(n -> ((MapNode) n).find(part));
    }
    return node.map(found -> found.place() + ", " + key);
  }
}
