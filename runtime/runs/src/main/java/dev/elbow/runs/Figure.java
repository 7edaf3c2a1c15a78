package dev.elbow.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Measurement.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with what is needed to read it, as files and tables have it; its name is elsewhere.
 *
 * @param value may be NaN or infinite
 * @param unit such as {@code nats per example}
 * @param bound empty if the notion does not apply, as for a time
 * @param standardError of the value, in the same unit; empty if it is not an estimate
 * @param interval where the true value lies with 95 % probability, if that is known
 * @param settings that the value depends on
 * @param components what the value is made of, such as the KL of each dimension
 */
public record Figure(
    double value,
    String unit,
    Optional<Bound> bound,
    OptionalDouble standardError,
    Optional<Interval> interval,
    Map<String, String> settings,
    List<Double> components) {

  public Figure {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(bound);
    Objects.requireNonNull(standardError);
    Objects.requireNonNull(interval);
    Objects.requireNonNull(settings);
    components = List.copyOf(components);
  }

  public static Figure of(double value, String unit) {
    return new Figure(
        value,
        unit,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  /** What a metric measured. */
  public static Figure of(Measurement measured) {
    return new Figure(
        measured.value(),
        measured.unit(),
        measured.bound(),
        measured.standardError(),
        measured.interval(),
        measured.settings(),
        measured.components());
  }

  public Figure withBound(Bound other) {
    return new Figure(
        value, unit, Optional.of(other), standardError, interval, settings, components);
  }

  public Figure withStandardError(double error) {
    return new Figure(value, unit, bound, OptionalDouble.of(error), interval, settings, components);
  }

  /**
   * {@code {"value": -88.2, "unit": "nats per example", "bound": true, "boundReason": "log p(x)",
   * "standardError": 0.3, "interval": [-88.8, -87.6], "settings": {"samples": "500"}, "components":
   * [1.5, 0.2]}}; keys that do not apply are absent.
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
    interval.ifPresent(i -> json.putArray("interval").add(i.low()).add(i.high()));
    if (!settings.isEmpty()) {
      ObjectNode node = json.putObject("settings");
      settings.forEach(node::put);
    }
    if (!components.isEmpty()) {
      components.forEach(json.putArray("components")::add);
    }
    return json;
  }

  /** What {@link #toJson} wrote. */
  public static Figure of(JsonNode json) {
    Optional<Bound> bound =
        json.has("bound") && json.has("boundReason")
            ? Optional.of(
                new Bound(json.get("bound").asBoolean(), json.get("boundReason").asText()))
            : Optional.empty();
    OptionalDouble error =
        json.has("standardError")
            ? OptionalDouble.of(number(json, "standardError", "standardErrorNote"))
            : OptionalDouble.empty();
    JsonNode ends = json.path("interval");
    Optional<Interval> interval =
        ends.isArray()
            ? Optional.of(new Interval(ends.path(0).asDouble(), ends.path(1).asDouble()))
            : Optional.empty();
    Map<String, String> settings = new LinkedHashMap<>();
    json.path("settings")
        .properties()
        .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
    List<Double> components = new ArrayList<>();
    json.path("components").forEach(c -> components.add(c.isNull() ? Double.NaN : c.asDouble()));
    String unit = json.path("unit").asText();
    return new Figure(
        number(json, "value", "note"), unit, bound, error, interval, settings, components);
  }

  private static double number(JsonNode json, String key, String noteKey) {
    if (!json.path(key).isNull()) {
      return json.path(key).asDouble();
    }
    return switch (json.path(noteKey).asText()) {
      case "positive infinity" -> Double.POSITIVE_INFINITY;
      case "negative infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
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
