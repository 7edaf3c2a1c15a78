package dev.elbow.engine.training;

import dev.elbow.engine.training.StepTimes.MemoryPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches the clock, the processor's time and the memory while steps are run. */
final class StepRecording {
  private static final int MEMORY_POINTS = 200;

  private final int warmup;
  private final double[] milliseconds;
  private final List<MemoryPoint> memory = new ArrayList<>();
  private int done;
  private long start;
  private double processorAtStart;

  StepRecording(int warmup, int steps) {
    this.warmup = warmup;
    this.milliseconds = new double[steps];
    memory.add(new MemoryPoint(0, ResidentMemory.bytes()));
    ResidentMemory.forgetPeak();
  }

  /** Steps done. */
  int done() {
    return done;
  }

  boolean isComplete() {
    return done == total();
  }

  private int total() {
    return warmup + milliseconds.length;
  }

  /** Just before a step. */
  void begin() {
    if (done == warmup) {
      processorAtStart = processorMilliseconds();
    }
    start = System.nanoTime();
  }

  /** Just after it. */
  void end() {
    if (done >= warmup) {
      milliseconds[done - warmup] = (System.nanoTime() - start) / 1e6;
    }
    done++;
    if (done % Math.max(1, total() / MEMORY_POINTS) == 0 || isComplete()) {
      memory.add(new MemoryPoint(done, ResidentMemory.bytes()));
    }
  }

  StepTimes times(long parameters) {
    double processor = (processorMilliseconds() - processorAtStart) / milliseconds.length;
    long peak =
        ResidentMemory.peak()
            .orElseGet(() -> memory.stream().mapToLong(MemoryPoint::bytes).max().orElse(0));
    return StepTimes.of(parameters, milliseconds, processor, peak, memory);
  }

  private static double processorMilliseconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }
}
