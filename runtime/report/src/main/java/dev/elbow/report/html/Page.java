package dev.elbow.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One HTML page with everything in it. */
public final class Page {
  private static final String STYLE_SHEET = "/dev/elbow/report/report.css";

  private final String title;
  private final List<Tag> sections = new ArrayList<>();
  private final List<Tag> head = new ArrayList<>();

  public Page(String title) {
    this.title = title;
  }

  /** Adds something below the title. */
  public Page header(Tag part) {
    head.add(part);
    return this;
  }

  /** Adds a section with a heading; nothing if there is nothing in it. */
  public Page section(String heading, List<Tag> content) {
    if (!content.isEmpty()) {
      sections.add(Tag.of("section").add(Tag.of("h2", heading)).add(content));
    }
    return this;
  }

  /** The page as text. */
  public String render() {
    Tag html =
        Tag.of("html")
            .set("lang", "en")
            .add(
                Tag.of("head")
                    .add(
                        Tag.of("meta").set("charset", "utf-8"),
                        Tag.of("meta")
                            .set("name", "viewport")
                            .set("content", "width=device-width, initial-scale=1"),
                        Tag.of("meta").set("name", "color-scheme").set("content", "light dark"),
                        Tag.of("title", title),
                        Tag.style(styleSheet())),
                Tag.of("body")
                    .add(
                        Tag.of("header").add(Tag.of("h1", title)).add(head),
                        Tag.of("main").add(sections)));
    return "<!DOCTYPE html>\n" + html.render();
  }

  private static String styleSheet() {
    try (InputStream css = Page.class.getResourceAsStream(STYLE_SHEET)) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
