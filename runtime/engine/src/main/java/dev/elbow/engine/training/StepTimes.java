package dev.elbow.engine.training;

import java.util.Arrays;
import java.util.List;

/**
 * What training steps cost.
 *
 * @param parameters of the model, adversaries included
 * @param median milliseconds of a step
 * @param low the 10th percentile, milliseconds
 * @param high the 90th percentile, milliseconds
 * @param processor the mean time of all processor cores, milliseconds, which depends less than the
 *     others on what else the machine does; 0 if the system does not tell
 * @param peakMemory the largest resident memory, bytes, that within a step included
 * @param memory the process's resident memory over the steps, the first at the start
 */
public record StepTimes(
    long parameters,
    double median,
    double low,
    double high,
    double processor,
    long peakMemory,
    List<MemoryPoint> memory) {

  /**
   * Resident memory after some steps.
   *
   * @param step warm-up included
   * @param bytes resident
   */
  public record MemoryPoint(long step, long bytes) {}

  static StepTimes of(
      long parameters,
      double[] milliseconds,
      double processor,
      long peakMemory,
      List<MemoryPoint> memory) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return new StepTimes(
        parameters,
        quantile(sorted, 0.5),
        quantile(sorted, 0.1),
        quantile(sorted, 0.9),
        processor,
        peakMemory,
        List.copyOf(memory));
  }

  /** Between the two nearest values, in proportion. */
  private static double quantile(double[] sorted, double q) {
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
