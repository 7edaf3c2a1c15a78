package dev.elbow.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of HTML, or of SVG inside it; whatever text it is given is escaped. */
public final class Tag {

  /** The elements without an end, of those in use. */
  private static final Set<String> VOID = Set.of("meta", "img", "br");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  private Tag(String name) {
    this.name = name;
  }

  /** A text that is written as it is: a style sheet. */
  private record Raw(String text) {}

  public static Tag of(String name) {
    return new Tag(name);
  }

  /** The same with a text in it. */
  public static Tag of(String name, String text) {
    return new Tag(name).text(text);
  }

  /** A style sheet, which must not contain {@code </}. */
  public static Tag style(String css) {
    if (css.contains("</")) {
      throw new IllegalArgumentException("a style sheet must not end its element");
    }
    Tag style = new Tag("style");
    style.content.add(new Raw(css));
    return style;
  }

  public Tag set(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** A coordinate, with two decimals at most. */
  public Tag set(String attribute, double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return set(
        attribute,
        rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded));
  }

  public Tag text(String text) {
    content.add(text);
    return this;
  }

  public Tag add(Tag... children) {
    content.addAll(List.of(children));
    return this;
  }

  public Tag add(Collection<Tag> children) {
    content.addAll(children);
    return this;
  }

  /** The element as text. */
  public String render() {
    StringBuilder out = new StringBuilder();
    render(out);
    return out.toString();
  }

  private void render(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (key, value) -> {
          out.append(' ').append(key).append("=\"");
          escape(value, out);
          out.append('"');
        });
    out.append('>');
    if (VOID.contains(name)) {
      return;
    }
    for (Object part : content) {
      if (part instanceof Tag tag) {
        tag.render(out);
      } else if (part instanceof Raw raw) {
        out.append(raw.text());
      } else {
        escape((String) part, out);
      }
    }
    out.append("</").append(name).append('>');
    if (name.length() > 1 && !name.equals("code") && !name.equals("span")) {
      out.append('\n');
    }
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isText(c) ? c : 0xfffd);
              }
            });
  }

  /** Neither a control character nor half of a pair. */
  private static boolean isText(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return space || !Character.isISOControl(c) && !surrogate;
  }
}
