package dev.elbow.benchmarks.worker;

import dev.elbow.benchmarks.cases.Case;
import java.time.Duration;

/** Times repetitions, of which the first are not counted. */
public final class Stopwatch {
  private final int warmup;
  private final double[] milliseconds;
  private int done;
  private long start;
  private double processorAtStart;

  /** The model is there and the first repetition is about to begin. */
  public Stopwatch(Case subject) {
    this.warmup = subject.warmup();
    this.milliseconds = new double[subject.repetitions()];
    System.gc();
    ResidentMemory.forgetPeak();
  }

  public boolean isComplete() {
    return done == warmup + milliseconds.length;
  }

  /** Just before a repetition. */
  public void begin() {
    if (done == warmup) {
      processorAtStart = processor();
    }
    start = System.nanoTime();
  }

  /** Just after it. */
  public void end() {
    long now = System.nanoTime();
    if (done >= warmup) {
      milliseconds[done - warmup] = (now - start) / 1e6;
    }
    done++;
  }

  public Figures figures() {
    double processor = (processor() - processorAtStart) / milliseconds.length;
    return Figures.of(milliseconds, processor, ResidentMemory.peak());
  }

  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }
}
