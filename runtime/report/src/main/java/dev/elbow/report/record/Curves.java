package dev.elbow.report.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.report.svg.Line.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run's figures over its epochs.
 *
 * @param byFigure figure, such as {@code kl}, to split, such as {@code train}, to points (epoch,
 *     value); a value that was not a number is NaN
 */
public record Curves(Map<String, Map<String, List<Point>>> byFigure) {
  /** What the collapse doctor watches; the set in the names of its figures. */
  public static final String VITALS = "vitals";

  private static final List<String> SPLITS = List.of("train", "validation");
  private static final String MEASURED = "measured";

  /** Among the validation figures, but another way to say the objective. */
  private static final Set<String> REPEATED = Set.of("negativeElbo");

  public Curves {
    byFigure = Collections.unmodifiableMap(new LinkedHashMap<>(byFigure));
  }

  /** Of the lines of {@code metrics.jsonl}. */
  static Curves of(List<ObjectNode> lines) {
    Map<String, Map<String, List<Point>>> curves = new LinkedHashMap<>();
    for (ObjectNode line : lines) {
      double epoch = number(line.path("epoch"));
      for (String split : SPLITS) {
        for (Map.Entry<String, JsonNode> figure : line.path(split).properties()) {
          add(curves, figure.getKey(), split, new Point(epoch, number(figure.getValue())));
        }
      }
      for (Map.Entry<String, JsonNode> figure : line.path("metrics").properties()) {
        double value = number(figure.getValue().path("value"));
        add(curves, figure.getKey(), MEASURED, new Point(epoch, value));
      }
      for (Map.Entry<String, JsonNode> figure : line.path(VITALS).properties()) {
        String name = VITALS + "." + figure.getKey();
        add(curves, name, MEASURED, new Point(epoch, number(figure.getValue())));
      }
    }
    REPEATED.forEach(curves::remove);
    return new Curves(curves);
  }

  /** The splits of a figure with their points; empty if the run does not have it. */
  public Map<String, List<Point>> of(String figure) {
    return byFigure.getOrDefault(figure, Map.of());
  }

  private static void add(
      Map<String, Map<String, List<Point>>> curves, String figure, String split, Point point) {
    curves
        .computeIfAbsent(figure, name -> new LinkedHashMap<>())
        .computeIfAbsent(split, name -> new ArrayList<>())
        .add(point);
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }
}
