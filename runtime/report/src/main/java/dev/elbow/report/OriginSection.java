package dev.elbow.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.report.html.HtmlTable;
import dev.elbow.report.html.Tag;
import dev.elbow.report.record.RunRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a run was made from, so that it can be made again. */
final class OriginSection {
  private OriginSection() {}

  static List<Tag> configuration(RunRecord run) {
    return List.of(
        Tag.of("details")
            .add(Tag.of("summary", "config.yaml, complete"), Tag.of("pre", run.config())));
  }

  static List<Tag> manifest(RunRecord run) {
    return List.of(facts(run), plugins(run));
  }

  private static Tag facts(RunRecord run) {
    JsonNode manifest = run.manifest();
    JsonNode backend = manifest.path("backend");
    JsonNode data = manifest.path("data");
    HtmlTable table = new HtmlTable("How it was made.", List.of("What", "Value"));
    row(table, "Elbow", manifest.path("elbow").asText());
    row(table, "Seed", manifest.path("seed").asText());
    row(
        table,
        "Backend",
        "%s, %s, BLAS %s, threads %s"
            .formatted(
                backend.path("device").asText("unknown"),
                backend.path("backend").asText("unknown"),
                backend.path("blas").asText("unknown"),
                backend.path("threads").asText("unknown")));
    row(table, "Java", backend.path("java").asText() + ", " + backend.path("os").asText());
    row(table, "Data", data.path("name").asText() + ", " + sizes(data));
    row(table, "Shape", join(data.path("shape"), " x "));
    row(table, "Values", data.path("values").asText().replace('_', ' '));
    row(table, "Data's SHA-256", data.path("sha256").asText());
    return table.tag();
  }

  private static void row(HtmlTable table, String name, String value) {
    table.row(Tag.of("th", name), List.of(Tag.of("td").add(Tag.of("code", value))));
  }

  private static String sizes(JsonNode data) {
    return List.of("train", "validation", "test").stream()
        .filter(data::has)
        .map(split -> split + " " + data.path(split).asText())
        .collect(Collectors.joining(", "));
  }

  private static String join(JsonNode array, String between) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(between));
  }

  private static Tag plugins(RunRecord run) {
    HtmlTable table =
        new HtmlTable(
            "The plugins in use.", List.of("Role", "Name", "Version", "Bundle", "SHA-256"));
    for (JsonNode plugin : run.manifest().path("plugins")) {
      table.row(
          Tag.of("th", plugin.path("role").asText()),
          List.of(
              Tag.of("td", plugin.path("name").asText()),
              Tag.of("td", plugin.path("version").asText()),
              Tag.of("td").add(Tag.of("code", plugin.path("bundle").asText())),
              Tag.of("td").add(Tag.of("code", plugin.path("sha256").asText()))));
    }
    return table.tag();
  }
}
