package dev.elbow.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns, two spaces apart; the last column is wrapped to the width. */
public final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 24;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> right = new ArrayList<>();
  private final int indent;

  /**
   * @param indent spaces before each line
   */
  public Table(int indent) {
    this.indent = indent;
  }

  /** Sets a column flush right. */
  public Table right(int column) {
    while (right.size() <= column) {
      right.add(false);
    }
    right.set(column, true);
    return this;
  }

  /** Adds a row; all rows have the same number of cells. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, none longer than the width unless a column before the last makes it so. */
  public List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    int[] widths = widths();
    for (List<String> row : rows) {
      lines.addAll(lines(row, widths, width));
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private List<String> lines(List<String> row, int[] widths, int width) {
    StringBuilder first = new StringBuilder(" ".repeat(indent));
    int last = row.size() - 1;
    for (int i = 0; i < last; i++) {
      first.append(padded(row.get(i), widths[i], i)).append(GAP);
    }
    int room = Math.max(NARROWEST, width - first.length());
    List<String> lines = new ArrayList<>();
    String start = first.toString();
    for (String part : wrap(row.get(last), room)) {
      lines.add(
          (start + padded(part, widths[last] < room ? widths[last] : 0, last)).stripTrailing());
      start = " ".repeat(first.length());
    }
    return lines;
  }

  private String padded(String text, int width, int column) {
    String padding = " ".repeat(Math.max(0, width - text.length()));
    return column < right.size() && right.get(column) ? padding + text : text + padding;
  }

  /** Breaks a text at spaces; a word longer than the width keeps a line of its own. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
