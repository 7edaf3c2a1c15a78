package dev.elbow.graph.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Sums of a register over the blocks. Parts are added in their order: the same bits each time. */
final class Sums {
  private Sums() {}

  /** Writes sums times a scale. */
  private static void write(double[][] sums, int parts, double scale, FloatBuffer to) {
    for (int i = 0; i < sums[0].length; i++) {
      double sum = 0;
      for (int part = 0; part < parts; part++) {
        sum += sums[part][i];
      }
      to.put(i, (float) (sum * scale));
    }
  }

  /** The sum of each row, of which several may share an element of the result. */
  static final class OfColumns implements Action {
    private final int register;
    private final FloatBuffer to;
    private final int period;
    private final double scale;
    private final double[][] sums;

    OfColumns(int register, FloatBuffer to, int period, double scale, int parts) {
      this.register = register;
      this.to = to;
      this.period = period;
      this.scale = scale;
      this.sums = new double[parts][period];
    }

    @Override
    public void begin(float[][] registers, int part) {
      Arrays.fill(sums[part], 0);
    }

    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      double[] sum = sums[part];
      int columns = region.columns;
      for (int i = 0; i < region.rows; i++) {
        sum[(region.row + i) % period] += Arithmetic.sum(registers[register], i * columns, columns);
      }
    }

    @Override
    public void end(int parts) {
      write(sums, parts, scale, to);
    }
  }

  /** The sum of each column. */
  static final class OfRows implements Action {
    /** Rows that are added in single precision before they go to the double sums. */
    private static final int FLUSH = 32;

    private final int register;
    private final FloatBuffer to;
    private final double scale;
    private final double[][] sums;
    private final float[][] recent;
    private final int[] waiting;

    OfRows(int register, FloatBuffer to, int columns, double scale, int parts) {
      this.register = register;
      this.to = to;
      this.scale = scale;
      this.sums = new double[parts][columns];
      this.recent = new float[parts][columns];
      this.waiting = new int[parts];
    }

    @Override
    public void begin(float[][] registers, int part) {
      Arrays.fill(sums[part], 0);
      Arrays.fill(recent[part], 0);
      waiting[part] = 0;
    }

    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      float[] sum = recent[part];
      float[] x = registers[register];
      int columns = region.columns;
      for (int i = 0; i < region.rows; i++) {
        addRow(x, i * columns, sum, region.column, columns);
      }
      waiting[part] += region.rows;
      // A row that comes in pieces is counted for each: the sums are flushed a little earlier.
      if (waiting[part] >= FLUSH) {
        flush(part);
      }
    }

    private static void addRow(float[] x, int from, float[] sum, int to, int n) {
      for (int i = 0; i < n; i++) {
        sum[to + i] += x[from + i];
      }
    }

    private void flush(int part) {
      double[] sum = sums[part];
      float[] add = recent[part];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += add[i];
      }
      Arrays.fill(add, 0);
      waiting[part] = 0;
    }

    @Override
    public void end(int parts) {
      for (int part = 0; part < parts; part++) {
        flush(part);
      }
      write(sums, parts, scale, to);
    }
  }

  /** The sum of everything. */
  static final class OfAll implements Action {
    private final int register;
    private final FloatBuffer to;
    private final double scale;
    private final double[][] sums;

    OfAll(int register, FloatBuffer to, double scale, int parts) {
      this.register = register;
      this.to = to;
      this.scale = scale;
      this.sums = new double[parts][1];
    }

    @Override
    public void begin(float[][] registers, int part) {
      sums[part][0] = 0;
    }

    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      sums[part][0] += Arithmetic.sum(registers[register], 0, region.n());
    }

    @Override
    public void end(int parts) {
      write(sums, parts, scale, to);
    }
  }
}
