package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule remembers of each element. */
final class Moments {
  private final List<String> names;
  private final List<BlockStore> stores;

  /** The arrays of each block, as a kernel takes them. */
  private final float[][][] byBlock;

  Moments(List<String> names, List<Block> blocks) {
    this.names = names.stream().map(OptimizerTensors::name).toList();
    this.stores = names.stream().map(name -> new BlockStore(blocks)).toList();
    this.byBlock = new float[blocks.size()][][];
    for (Block block : blocks) {
      byBlock[block.index()] =
          stores.stream().map(store -> store.of(block)).toArray(float[][]::new);
    }
  }

  /** The checkpoint's names of them. */
  List<String> names() {
    return names;
  }

  float[][] of(Block block) {
    return byBlock[block.index()];
  }

  Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < stores.size(); i++) {
      tensors.put(names.get(i), stores.get(i).tensor());
    }
    return tensors;
  }

  void restore(Map<String, Tensor> tensors) {
    for (int i = 0; i < stores.size(); i++) {
      stores.get(i).assign(tensors.get(names.get(i)).data());
    }
  }
}
