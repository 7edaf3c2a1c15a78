package dev.elbow.report.html;

import java.util.List;

/** A table with headers of its columns and rows; a wide one scrolls by itself. */
public final class HtmlTable {
  private final Tag body = Tag.of("tbody");
  private final Tag table;

  /**
   * @param caption for those who listen to the page
   * @param columns headers of all columns, of the rows' headers too
   */
  public HtmlTable(String caption, List<String> columns) {
    Tag row = Tag.of("tr");
    columns.forEach(column -> row.add(Tag.of("th", column).set("scope", "col")));
    this.table = Tag.of("table").add(Tag.of("caption", caption), Tag.of("thead").add(row), body);
  }

  /** Adds a row. */
  public HtmlTable row(Tag header, List<Tag> cells) {
    body.add(Tag.of("tr").add(header.set("scope", "row")).add(cells));
    return this;
  }

  /** Adds a row of texts. */
  public HtmlTable row(String header, List<String> cells) {
    return row(Tag.of("th", header), cells.stream().map(cell -> Tag.of("td", cell)).toList());
  }

  public Tag tag() {
    return Tag.of("div").set("class", "scroll").set("tabindex", "0").add(table);
  }
}
