package dev.elbow.benchmarks.report;

import dev.elbow.benchmarks.worker.Figures;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What a contender's processes measured on one case.
 *
 * @param rounds the figures by round, from 0; a round that failed is missing
 */
public record Summary(SortedMap<Integer, Figures> rounds) {

  /**
   * @throws IllegalArgumentException if there is no round
   */
  public Summary {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("expected at least one round, found none");
    }
    rounds = new TreeMap<>(rounds);
  }

  /** The median of the rounds' medians, milliseconds. */
  public double median() {
    return over(Figures::median);
  }

  /** The median of the rounds' 10th percentiles, milliseconds. */
  public double low() {
    return over(Figures::low);
  }

  /** The median of the rounds' 90th percentiles, milliseconds. */
  public double high() {
    return over(Figures::high);
  }

  /** The smallest of the rounds' medians, milliseconds. */
  public double fastest() {
    return rounds.values().stream().mapToDouble(Figures::median).min().orElseThrow();
  }

  /** The largest of the rounds' medians, milliseconds. */
  public double slowest() {
    return rounds.values().stream().mapToDouble(Figures::median).max().orElseThrow();
  }

  /** The median of the rounds' processor times, milliseconds. */
  public double processor() {
    return over(Figures::processor);
  }

  /** The median of the rounds' peaks, bytes. */
  public long memory() {
    return (long) over(Figures::memory);
  }

  /**
   * How many times the other's throughput this is: the median of the ratios of single rounds, whose
   * processes ran within the same minute.
   *
   * @return empty if no round has both
   */
  public OptionalDouble timesAsFastAs(Summary other) {
    double[] ratios =
        rounds.entrySet().stream()
            .filter(entry -> other.rounds.containsKey(entry.getKey()))
            .mapToDouble(
                entry -> other.rounds.get(entry.getKey()).median() / entry.getValue().median())
            .toArray();
    return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(ratios));
  }

  private double over(ToDoubleFunction<Figures> figure) {
    Collection<Figures> all = rounds.values();
    return median(all.stream().mapToDouble(figure).toArray());
  }

  /** The middle value, or the mean of the two. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** For the many places that have rounds in any map. */
  public static Summary of(Map<Integer, Figures> rounds) {
    return new Summary(new TreeMap<>(rounds));
  }
}
