package dev.elbow.engine.training;

/** Measures the speed of the epoch under way and the time of the whole training. */
final class Pace {
  private static final double NANOS = 1e9;

  private final double secondsBefore;
  private final long start = System.nanoTime();
  private long epochStart = start;
  private long images;

  Pace(double secondsBefore) {
    this.secondsBefore = secondsBefore;
  }

  void startEpoch() {
    epochStart = System.nanoTime();
    images = 0;
  }

  void add(int count) {
    images += count;
  }

  double perSecond() {
    return images * NANOS / Math.max(1, System.nanoTime() - epochStart);
  }

  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / NANOS;
  }
}
