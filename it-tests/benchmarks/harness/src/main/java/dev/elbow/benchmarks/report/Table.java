package dev.elbow.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table whose source is aligned, so that a terminal shows it as well. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
  }

  /**
   * @throws IllegalArgumentException if there are not as many cells as in the header
   */
  void row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "expected %d cells, found %d".formatted(rows.get(0).size(), cells.size()));
    }
    rows.add(List.copyOf(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, rows.get(0));
    for (int i = 0; i < rows.get(0).size(); i++) {
      text.append("|").append("-".repeat(width(i) + 2));
    }
    text.append("|\n");
    rows.subList(1, rows.size()).forEach(row -> line(text, row));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append("| ").append(cells.get(i));
      text.append(" ".repeat(width(i) - cells.get(i).length() + 1));
    }
    text.append("|\n");
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
