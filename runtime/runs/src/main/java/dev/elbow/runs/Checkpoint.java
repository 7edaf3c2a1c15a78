package dev.elbow.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a training needs to go on with the same bits.
 *
 * @param step the number of optimizer steps taken
 * @param best whether it was the best one when it was saved
 * @param tensors by name, in the order in which they were saved
 * @param state whatever the engine put there; fractions come back as doubles
 */
public record Checkpoint(long step, boolean best, Map<String, Tensor> tensors, ObjectNode state) {

  public Checkpoint {
    if (step < 0) {
      throw new IllegalArgumentException("a step is not negative, found " + step);
    }
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    state = state.deepCopy();
  }
}
