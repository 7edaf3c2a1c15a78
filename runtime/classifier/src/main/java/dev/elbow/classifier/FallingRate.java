package dev.elbow.classifier;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that falls in a straight line: first (1 - step / steps). ND4J's own polynomial
 * schedule rises instead, to first (1 + step / steps).
 */
record FallingRate(double first, int steps) implements ISchedule {

  @Override
  public double valueAt(int step, int epoch) {
    return first * Math.max(0, 1 - (double) step / steps);
  }

  /** Itself: it never changes. */
  @Override
  public ISchedule clone() {
    return this;
  }
}
