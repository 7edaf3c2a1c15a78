package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule remembers of each element. */
final class Moments {
  private final List<String> names;
  private final BlockStore store;

  Moments(List<String> moments, List<Slab> slabs) {
    this.names = moments.stream().map(OptimizerTensors::name).toList();
    this.store = new BlockStore(slabs, moments.size());
  }

  /** The checkpoint's names of them. */
  List<String> names() {
    return names;
  }

  BlockStore store() {
    return store;
  }

  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      tensors.put(names.get(i), store.tensor(i));
    }
    return tensors;
  }

  void restore(Map<String, Tensor> tensors) {
    for (int i = 0; i < names.size(); i++) {
      store.assign(i, tensors.get(names.get(i)).data());
    }
  }
}
