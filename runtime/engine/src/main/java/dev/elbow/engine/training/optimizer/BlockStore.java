package dev.elbow.engine.training.optimizer;

import dev.elbow.runs.Tensor;
import java.util.List;

/**
 * Values of every parameter, on the heap, an array for each block: loops over them are vectorised,
 * and no copy is needed.
 */
final class BlockStore {
  private final List<Block> blocks;
  private final float[][] values;

  /** All 0. */
  BlockStore(List<Block> blocks) {
    this.blocks = blocks;
    this.values = new float[blocks.size()][];
    blocks.forEach(block -> values[block.index()] = new float[block.length()]);
  }

  /** The block's values themselves. */
  float[] of(Block block) {
    return values[block.index()];
  }

  /** A copy in the parameters' order. */
  Tensor tensor() {
    long length = blocks.stream().mapToLong(Block::length).sum();
    float[] flat = new float[Math.toIntExact(length)];
    for (Block block : blocks) {
      System.arraycopy(of(block), 0, flat, (int) block.from(), block.length());
    }
    return new Tensor(new long[] {length}, flat);
  }

  /** Takes values of the same length in the parameters' order. */
  void assign(float[] flat) {
    for (Block block : blocks) {
      System.arraycopy(flat, (int) block.from(), of(block), 0, block.length());
    }
  }

  /** Takes what the memory holds. */
  void copy(FlatArray memory) {
    blocks.forEach(block -> memory.read(block.from(), of(block), block.length()));
  }

  /** Puts each in the other's place. */
  void swap(FlatArray memory) {
    float[] held = new float[Block.SIZE];
    for (Block block : blocks) {
      memory.read(block.from(), held, block.length());
      memory.write(block.from(), of(block), block.length());
      System.arraycopy(held, 0, of(block), 0, block.length());
    }
  }
}
