package dev.elbow.experiments.results;

import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure over seeds.
 *
 * @param mean of the seeds
 * @param deviation the standard deviation of the seeds, with n - 1; empty for one seed
 * @param seeds n
 * @param standardError of the figure of a single seed, over the examples, if it states one
 * @param bound whether it is a bound, where the notion applies
 * @param unit of the figure
 */
public record Summary(
    double mean,
    OptionalDouble deviation,
    int seeds,
    OptionalDouble standardError,
    Optional<Bound> bound,
    String unit) {

  /** Of the same figure of each seed. */
  static Summary of(List<Figure> figures) {
    int n = figures.size();
    double mean = figures.stream().mapToDouble(Figure::value).average().orElseThrow();
    double squares =
        figures.stream().mapToDouble(f -> (f.value() - mean) * (f.value() - mean)).sum();
    Figure first = figures.get(0);
    return new Summary(
        mean,
        n > 1 ? OptionalDouble.of(Math.sqrt(squares / (n - 1))) : OptionalDouble.empty(),
        n,
        first.standardError(),
        bound(figures),
        first.unit());
  }

  /** It is a bound if that of every seed is. */
  private static Optional<Bound> bound(List<Figure> figures) {
    return figures.stream()
        .map(Figure::bound)
        .flatMap(Optional::stream)
        .min((a, b) -> Boolean.compare(a.holds(), b.holds()));
  }

  /** The standard error of the mean: over seeds, or of one seed over the examples. */
  OptionalDouble errorOfMean() {
    return deviation.isPresent()
        ? OptionalDouble.of(deviation.getAsDouble() / Math.sqrt(seeds))
        : standardError;
  }

  /** {@code 123.91 +- 0.23}, with the deviation of the seeds, or of one seed its standard error. */
  String text() {
    OptionalDouble error = deviation.isPresent() ? deviation : standardError;
    if (error.isEmpty()) {
      return Digits.figure(mean);
    }
    return Digits.figure(mean, error.getAsDouble()) + " ± " + Digits.error(error.getAsDouble());
  }
}
