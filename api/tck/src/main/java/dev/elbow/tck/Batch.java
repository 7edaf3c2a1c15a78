package dev.elbow.tck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a graph is fed: inputs and noises by name, batch first.
 *
 * @param rows the number of examples
 * @param tensors by name
 * @param epoch completed epochs
 */
record Batch(int rows, Map<String, Tensor> tensors, double epoch) {

  Batch {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  Tensor get(String name) {
    return tensors.get(name);
  }

  Batch with(String name, Tensor tensor) {
    Map<String, Tensor> changed = new LinkedHashMap<>(tensors);
    changed.put(name, tensor);
    return new Batch(rows, changed, epoch);
  }

  Batch atEpoch(double completed) {
    return new Batch(rows, tensors, completed);
  }

  /** These examples in this order, any number of times. */
  Batch select(int... chosen) {
    Map<String, Tensor> selected = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> selected.put(name, tensor.select(chosen)));
    return new Batch(chosen.length, selected, epoch);
  }

  /** The first example, {@code times} times over. */
  Batch repeated(int times) {
    return select(IntStream.range(0, times).map(i -> 0).toArray());
  }

  Batch map(String name, UnaryOperator<Tensor> change) {
    return with(name, change.apply(get(name)));
  }
}
