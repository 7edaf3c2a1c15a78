package dev.elbow.engine.evaluation;

import java.util.HashMap;
import java.util.Map;

/** Figures of all examples, collected batch by batch. */
final class Columns {
  private final int size;
  private final Map<String, double[]> columns = new HashMap<>();
  private final Map<String, Integer> filled = new HashMap<>();

  Columns(int size) {
    this.size = size;
  }

  void append(String name, double[] values) {
    int from = filled.getOrDefault(name, 0);
    System.arraycopy(
        values, 0, columns.computeIfAbsent(name, n -> new double[size]), from, values.length);
    filled.put(name, from + values.length);
  }

  double[] get(String name) {
    return columns.get(name);
  }
}
