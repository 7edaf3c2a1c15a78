package dev.elbow.engine.evaluation;

import java.util.Arrays;

/**
 * A figure of every example.
 *
 * @param values of the examples, in order
 * @param shared whether it is one figure of each batch, which all of its examples have
 */
record Column(double[] values, boolean shared) {

  /** The sum with a multiple of another. */
  Column plus(double factor, Column other) {
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other.values[i];
    }
    return new Column(sum, shared || other.shared);
  }

  /**
   * The mean over the examples. Examples that share a figure are not independent, so that its error
   * is taken from the batches, if they are many enough.
   *
   * @param batch the size of all batches but the last
   */
  Estimate estimate(int batch) {
    return shared ? Estimate.ofBatches(values, batch) : Estimate.of(values);
  }

  /** Filled batch by batch, in any order; batches do not overlap. */
  static final class Builder {
    private final double[] values;
    private volatile boolean shared;

    Builder(int size) {
      this.values = new double[size];
    }

    void put(int first, double[] ofBatch) {
      System.arraycopy(ofBatch, 0, values, first, ofBatch.length);
    }

    void put(int first, double ofBatch, int size) {
      Arrays.fill(values, first, first + size, ofBatch);
      shared = true;
    }

    Column build() {
      return new Column(values, shared);
    }
  }
}
