package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An optimizer's tensors among a checkpoint's. */
final class OptimizerTensors {
  private static final String PREFIX = "optimizer.";

  /** The weights themselves, where the parameters' own names hold their average. */
  static final String WEIGHTS = name("weights");

  private OptimizerTensors() {}

  /** The tensor of a moment. */
  static String name(String moment) {
    return PREFIX + moment;
  }

  /**
   * Refuses a checkpoint of another optimizer.
   *
   * @param names of the tensors that are needed
   * @param length of each
   */
  static void require(Map<String, Tensor> tensors, Set<String> names, long length, String place) {
    Set<String> found =
        tensors.keySet().stream()
            .filter(name -> name.startsWith(PREFIX))
            .collect(Collectors.toCollection(TreeSet::new));
    boolean fits =
        found.equals(names) && found.stream().allMatch(n -> tensors.get(n).data().length == length);
    if (!fits) {
      throw new InputException(
          "CHECKPOINT-MISMATCH",
          "expected %s of %d values each, found %s"
              .formatted(list(new TreeSet<>(names)), length, list(found)),
          place,
          "Resume with training.optimizer and training.averaging as the run began.");
    }
  }

  private static String list(Set<String> names) {
    return names.isEmpty() ? "no tensors of an optimizer" : String.join(", ", names);
  }
}
