package dev.elbow.spi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measured number with all that is needed to read it.
 *
 * @param name in camel case behind the set it was measured on, such as {@code test.activeUnits}
 * @param value may be NaN or infinite
 * @param unit such as {@code nats per example}; {@code 1} for a plain number
 * @param standardError of the value, in the same unit; empty if it is no estimate, or nothing
 *     honest can be said of it
 * @param interval where the true value lies with 95 % probability; empty if unknown
 * @param bound whether it bounds something; empty if the notion does not apply, as for a count
 * @param settings that the value depends on, such as the number of samples
 * @param components what the value is made of, such as the KL of each dimension; may be empty
 */
public record Measurement(
    String name,
    double value,
    String unit,
    OptionalDouble standardError,
    Optional<Interval> interval,
    Optional<Bound> bound,
    Map<String, String> settings,
    List<Double> components) {

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {}

  public Measurement {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(standardError);
    Objects.requireNonNull(interval);
    Objects.requireNonNull(bound);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    components = List.copyOf(components);
  }

  /** A number of which no more is known. */
  public static Measurement of(String name, double value, String unit) {
    return new Measurement(
        name,
        value,
        unit,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  /**
   * The mean of figures of independent examples: its standard error is their sample standard
   * deviation / sqrt(n), and the interval is the mean +- 1.96 standard errors.
   *
   * @param perExample one figure for each example
   */
  public static Measurement mean(String name, double[] perExample, String unit) {
    double mean = 0;
    for (double value : perExample) {
      mean += value / perExample.length;
    }
    double squares = 0;
    for (double value : perExample) {
      squares += (value - mean) * (value - mean);
    }
    Measurement measurement = of(name, mean, unit);
    return perExample.length < 2
        ? measurement
        : measurement.withStandardError(
            Math.sqrt(squares / (perExample.length - 1) / perExample.length));
  }

  /** With a standard error, and the interval of a normal distribution: 1.96 of them either way. */
  public Measurement withStandardError(double error) {
    double reach = 1.959964 * error;
    return new Measurement(
        name,
        value,
        unit,
        OptionalDouble.of(error),
        Optional.of(new Interval(value - reach, value + reach)),
        bound,
        settings,
        components);
  }

  /** With another interval than the standard error's. */
  public Measurement withInterval(double low, double high) {
    Optional<Interval> other = Optional.of(new Interval(low, high));
    return new Measurement(name, value, unit, standardError, other, bound, settings, components);
  }

  /** With what it says of a bound. */
  public Measurement withBound(Bound other) {
    return new Measurement(
        name, value, unit, standardError, interval, Optional.of(other), settings, components);
  }

  /** With one more setting; a number that is not whole is kept to six significant digits. */
  public Measurement withSetting(String key, Object setting) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    boolean rounded = setting instanceof Double number && Double.isFinite(number);
    more.put(key, rounded ? rounded((Double) setting) : String.valueOf(setting));
    return new Measurement(name, value, unit, standardError, interval, bound, more, components);
  }

  private static String rounded(double number) {
    BigDecimal six = new BigDecimal(number, new MathContext(6)).stripTrailingZeros();
    return six.scale() < 0 ? six.toPlainString() : six.toString();
  }

  /** With what the value is made of. */
  public Measurement withComponents(List<Double> parts) {
    return new Measurement(name, value, unit, standardError, interval, bound, settings, parts);
  }
}
