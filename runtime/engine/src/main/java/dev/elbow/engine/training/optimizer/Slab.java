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
  private static final int SIZE = 256 * Block.SIZE;

  /** The number of elements. */
  int length() {
    Block last = blocks.get(blocks.size() - 1);
    return last.offset() + last.length();
  }

  /** Cuts the groups into slabs and blocks, in their order. */
  static List<Slab> of(List<Group> groups) {
    List<Slab> slabs = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      long to = groups.get(group).to();
      for (long from = groups.get(group).from(); from < to; from += SIZE) {
        int length = (int) Math.min(SIZE, to - from);
        slabs.add(new Slab(group, blocks(slabs.size(), from, length)));
      }
    }
    return List.copyOf(slabs);
  }

  private static List<Block> blocks(int slab, long from, int length) {
    List<Block> blocks = new ArrayList<>();
    for (int offset = 0; offset < length; offset += Block.SIZE) {
      int size = Math.min(Block.SIZE, length - offset);
      blocks.add(new Block(slab, offset, from + offset, size));
    }
    return List.copyOf(blocks);
  }
}
