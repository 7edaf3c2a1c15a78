package dev.elbow.graph.kernel;

import dev.elbow.graph.ir.Space;
import java.util.List;

/**
 * Several element-wise nodes and sums in one pass: each block of the arrays is loaded once, goes
 * through all of them in the first cache, and what is needed later is stored.
 */
public final class FusedKernel {
  private final int rows;
  private final int columns;
  private final int registers;
  private final Action[] actions;

  FusedKernel(Space space, int registers, List<Action> actions) {
    this.rows = Math.toIntExact(space.rows());
    this.columns = Math.toIntExact(space.columns());
    this.registers = registers;
    this.actions = actions.toArray(new Action[0]);
  }

  /** The rows of a block: as many whole ones as fit, or 1 that comes in pieces. */
  static int rowsOfBlock(Space space) {
    return (int) Math.min(space.rows(), Math.max(1, Registers.BLOCK / space.columns()));
  }

  private int blocks() {
    return columns <= Registers.BLOCK
        ? divide(rows, rowsOfBlock())
        : Math.multiplyExact(rows, pieces());
  }

  private int rowsOfBlock() {
    return rowsOfBlock(new Space(rows, columns));
  }

  private int pieces() {
    return divide(columns, Registers.BLOCK);
  }

  private static int divide(int a, int b) {
    return (a + b - 1) / b;
  }

  /** Runs all of it in the calling thread. */
  public void run() {
    run(0, 1);
    finish(1);
  }

  /** Runs a part; parts may run at the same time. */
  public void run(int part, int parts) {
    Registers scratch = Registers.here();
    float[][] blocks = scratch.blocks(registers);
    for (Action action : actions) {
      action.begin(blocks, part);
    }
    int count = blocks();
    Region region = new Region();
    for (int i = part(count, part, parts); i < part(count, part + 1, parts); i++) {
      place(region, i);
      for (Action action : actions) {
        action.run(scratch, blocks, region, part);
      }
    }
  }

  private static int part(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }

  private void place(Region region, int block) {
    if (columns <= Registers.BLOCK) {
      region.row = block * rowsOfBlock();
      region.rows = Math.min(rowsOfBlock(), rows - region.row);
      region.column = 0;
      region.columns = columns;
    } else {
      region.row = block / pieces();
      region.rows = 1;
      region.column = block % pieces() * Registers.BLOCK;
      region.columns = Math.min(Registers.BLOCK, columns - region.column);
    }
  }

  /** Adds up what the parts have summed; after the last part. */
  public void finish(int parts) {
    for (Action action : actions) {
      action.end(parts);
    }
  }
}
