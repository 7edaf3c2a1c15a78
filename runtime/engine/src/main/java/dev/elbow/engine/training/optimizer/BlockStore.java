package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Some values of every parameter, such as its moments, on the heap.
 *
 * <p>An array for each slab; in it, block by block, the block's first values, then its second. What
 * a pass needs at a time lies together, wherever the garbage collector moves the arrays.
 */
final class BlockStore {
  private final List<Block> blocks;
  private final int width;
  private final float[][] slabs;

  /**
   * All 0.
   *
   * @param width values of each parameter
   */
  BlockStore(List<Slab> slabs, int width) {
    this.blocks = slabs.stream().flatMap(slab -> slab.blocks().stream()).toList();
    this.width = width;
    this.slabs = new float[slabs.size()][];
    Arrays.setAll(this.slabs, i -> new float[slabs.get(i).length() * width]);
  }

  int width() {
    return width;
  }

  /** Copies a block's values, one buffer for each of the width. */
  void read(Block block, float[][] buffers) {
    for (int k = 0; k < width; k++) {
      System.arraycopy(slabs[block.slab()], at(block, k), buffers[k], 0, block.length());
    }
  }

  /** The way back. */
  void write(Block block, float[][] buffers) {
    for (int k = 0; k < width; k++) {
      System.arraycopy(buffers[k], 0, slabs[block.slab()], at(block, k), block.length());
    }
  }

  private int at(Block block, int which) {
    return block.offset() * width + which * block.length();
  }

  /** A copy of each parameter's value of that number, in the parameters' order. */
  Tensor tensor(int which) {
    long length = blocks.stream().mapToLong(Block::length).sum();
    float[] flat = new float[Math.toIntExact(length)];
    for (Block block : blocks) {
      System.arraycopy(
          slabs[block.slab()], at(block, which), flat, (int) block.from(), block.length());
    }
    return new Tensor(new long[] {length}, flat);
  }

  /** Takes values in the parameters' order. */
  void assign(int which, float[] flat) {
    for (Block block : blocks) {
      System.arraycopy(
          flat, (int) block.from(), slabs[block.slab()], at(block, which), block.length());
    }
  }

  /** Takes what the memory holds; for a width of 1. */
  void copy(FlatArray memory) {
    float[][] buffer = new float[1][Block.SIZE];
    for (Block block : blocks) {
      memory.read(block.from(), buffer[0], block.length());
      write(block, buffer);
    }
  }

  /** Puts each in the other's place; for a width of 1. */
  void swap(FlatArray memory) {
    float[][] mine = new float[1][Block.SIZE];
    float[][] its = new float[1][Block.SIZE];
    for (Block block : blocks) {
      read(block, mine);
      memory.read(block.from(), its[0], block.length());
      memory.write(block.from(), mine[0], block.length());
      write(block, its);
    }
  }
}
