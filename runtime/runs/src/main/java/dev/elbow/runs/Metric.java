package dev.elbow.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.Bound;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with what is needed to read it.
 *
 * @param value may be NaN or infinite
 * @param unit such as {@code nats per example}
 * @param bound empty if the notion does not apply, as for a time
 * @param standardError of the value, in the same unit; empty if it is not an estimate
 */
public record Metric(
    double value, String unit, Optional<Bound> bound, OptionalDouble standardError) {

  public Metric {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(bound);
    Objects.requireNonNull(standardError);
  }

  public static Metric of(double value, String unit) {
    return new Metric(value, unit, Optional.empty(), OptionalDouble.empty());
  }

  public Metric withBound(Bound bound) {
    return new Metric(value, unit, Optional.of(bound), standardError);
  }

  public Metric withStandardError(double standardError) {
    return new Metric(value, unit, bound, OptionalDouble.of(standardError));
  }

  /**
   * {@code {"value": -88.2, "unit": "nats per example", "bound": true, "boundReason": "log p(x)",
   * "standardError": 0.3}}; keys that do not apply are absent.
   *
   * <p>JSON has no NaN or infinity: such a number is {@code null}, and {@code note} says which it
   * was.
   */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    put(json, "value", value, "note");
    json.put("unit", unit);
    bound.ifPresent(b -> json.put("bound", b.holds()).put("boundReason", b.reason()));
    standardError.ifPresent(e -> put(json, "standardError", e, "standardErrorNote"));
    return json;
  }

  private static void put(ObjectNode json, String key, double number, String noteKey) {
    if (Double.isFinite(number)) {
      json.put(key, number);
    } else {
      json.putNull(key).put(noteKey, name(number));
    }
  }

  private static String name(double number) {
    if (Double.isNaN(number)) {
      return "not a number";
    }
    return number > 0 ? "positive infinity" : "negative infinity";
  }
}
