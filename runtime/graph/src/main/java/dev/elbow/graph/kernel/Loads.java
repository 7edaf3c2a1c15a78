package dev.elbow.graph.kernel;

import dev.elbow.graph.ir.Access;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Fills a register from an array. */
final class Loads {
  private Loads() {}

  /**
   * The load of an access.
   *
   * @param columns of the whole space
   * @param rowsOfBlock how many rows a block has at most
   */
  static Action of(Access access, FloatBuffer from, int register, int columns, int rowsOfBlock) {
    if (access instanceof Access.Full) {
      return new Full(from, register, columns);
    }
    if (access instanceof Access.Scalar) {
      return new Scalar(from, register);
    }
    if (access instanceof Access.PerColumn) {
      return columns <= Registers.BLOCK
          ? new Tile(from, register, columns, rowsOfBlock)
          : new PerColumn(from, register);
    }
    if (access instanceof Access.PerRow perRow) {
      return new PerRow(from, register, Math.toIntExact(perRow.period()));
    }
    if (access instanceof Access.Slice slice) {
      return new Slice(
          from, register, Math.toIntExact(slice.offset()), Math.toIntExact(slice.stride()));
    }
    Access.Pad pad = (Access.Pad) access;
    return new Pad(from, register, Math.toIntExact(pad.offset()), Math.toIntExact(pad.width()));
  }

  /** Whether a register is filled once for all blocks, so that nothing else may use it. */
  static boolean isPrepared(Access access, int columns) {
    return access instanceof Access.Scalar
        || access instanceof Access.PerColumn && columns <= Registers.BLOCK;
  }

  private record Full(FloatBuffer from, int register, int columns) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      from.get(region.row * columns + region.column, registers[register], 0, region.n());
    }
  }

  private record Scalar(FloatBuffer from, int register) implements Action {
    @Override
    public void begin(float[][] registers, int part) {
      Arrays.fill(registers[register], from.get(0));
    }
  }

  /** Whole rows, as often as a block has rows. */
  private record Tile(FloatBuffer from, int register, int columns, int rows) implements Action {
    @Override
    public void begin(float[][] registers, int part) {
      float[] tile = registers[register];
      from.get(0, tile, 0, columns);
      for (int row = 1; row < rows; row++) {
        System.arraycopy(tile, 0, tile, row * columns, columns);
      }
    }
  }

  private record PerColumn(FloatBuffer from, int register) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      from.get(region.column, registers[register], 0, region.columns);
    }
  }

  private record PerRow(FloatBuffer from, int register, int period) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      float[] to = registers[register];
      int columns = region.columns;
      for (int i = 0; i < region.rows; i++) {
        Arrays.fill(to, i * columns, (i + 1) * columns, from.get((region.row + i) % period));
      }
    }
  }

  private record Slice(FloatBuffer from, int register, int offset, int stride) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      for (int i = 0; i < region.rows; i++) {
        int start = (region.row + i) * stride + offset + region.column;
        from.get(start, registers[register], i * region.columns, region.columns);
      }
    }
  }

  private record Pad(FloatBuffer from, int register, int offset, int width) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      float[] to = registers[register];
      Arrays.fill(to, 0, region.n(), 0f);
      int first = Math.max(region.column, offset);
      int count = Math.min(region.column + region.columns, offset + width) - first;
      for (int i = 0; i < region.rows && count > 0; i++) {
        int start = (region.row + i) * width + first - offset;
        from.get(start, to, i * region.columns + first - region.column, count);
      }
    }
  }
}
