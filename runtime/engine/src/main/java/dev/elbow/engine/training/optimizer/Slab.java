package dev.elbow.engine.training.optimizer;

import dev.elbow.graph.ParameterStore.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * The blocks that one thread takes at a time. Sums are made within slabs and then over slabs, so
 * that they do not depend on the number of threads.
 *
 * @param group the index of the learning rate's group
 * @param blocks next to one another
 */
record Slab(int group, List<Block> blocks) {
  private static final int BLOCKS = 32;

  /** Cuts the groups into slabs and blocks, in their order. */
  static List<Slab> of(List<Group> groups) {
    List<Slab> slabs = new ArrayList<>();
    int index = 0;
    for (int group = 0; group < groups.size(); group++) {
      long to = groups.get(group).to();
      List<Block> blocks = new ArrayList<>();
      for (long from = groups.get(group).from(); from < to; from += Block.SIZE) {
        blocks.add(new Block(index++, from, (int) Math.min(Block.SIZE, to - from)));
        if (blocks.size() == BLOCKS || from + Block.SIZE >= to) {
          slabs.add(new Slab(group, List.copyOf(blocks)));
          blocks.clear();
        }
      }
    }
    return List.copyOf(slabs);
  }
}
