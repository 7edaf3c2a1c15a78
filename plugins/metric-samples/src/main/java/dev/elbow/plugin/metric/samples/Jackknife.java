package dev.elbow.plugin.metric.samples;

import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/**
 * A figure of two independent sets, with what leaving out one block after the other says of it
 * (Efron and Tibshirani 1993, chapter 11): for g blocks and the figure t_b without block b,
 *
 * <pre>bias = (g - 1) (mean t_b - t),   variance = (g - 1) / g sum_b (t_b - mean t_b)^2</pre>
 *
 * and both add up over the two sets.
 */
record Jackknife(double value, double bias, OptionalDouble standardError) {

  static Jackknife of(Blocks one, Blocks other, ToDoubleBiFunction<Moments, Moments> figure) {
    double value = figure.applyAsDouble(one.all(), other.all());
    if (one.each().isEmpty() || other.each().isEmpty()) {
      return new Jackknife(value, Double.NaN, OptionalDouble.empty());
    }
    double[] withoutOne =
        one.each().stream()
            .mapToDouble(block -> figure.applyAsDouble(one.all().without(block), other.all()))
            .toArray();
    double[] withoutOther =
        other.each().stream()
            .mapToDouble(block -> figure.applyAsDouble(one.all(), other.all().without(block)))
            .toArray();
    return new Jackknife(
        value,
        bias(withoutOne, value) + bias(withoutOther, value),
        OptionalDouble.of(Math.sqrt(variance(withoutOne) + variance(withoutOther))));
  }

  private static double bias(double[] without, double value) {
    return (without.length - 1) * (mean(without) - value);
  }

  private static double variance(double[] without) {
    double mean = mean(without);
    double squares = DoubleStream.of(without).map(t -> (t - mean) * (t - mean)).sum();
    return squares * (without.length - 1) / without.length;
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).sum() / values.length;
  }
}
