package dev.elbow.experiments.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.Published;
import java.util.Map;

/** {@code table.json}: everything that the tables are made of. */
public final class JsonResults {
  private JsonResults() {}

  /** The document. */
  public static ObjectNode write(Results results) {
    Circumstances how = results.circumstances();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("experiment", results.experiment().name()).put("size", results.size().name());
    json.put("command", how.command()).put("version", how.version()).put("commit", how.commit());
    json.put("machine", how.machine()).put("processes", how.processes()).put("date", how.date());
    json.put("seconds", results.seconds());
    ArrayNode settings = json.putArray("settings");
    results.settings().forEach(setting -> settings.add(setting(setting)));
    ArrayNode comparisons = json.putArray("published");
    results.comparisons().forEach(comparison -> comparisons.add(comparison(comparison)));
    ArrayNode claims = json.putArray("claims");
    results.claims().forEach(claim -> claims.add(claim(claim)));
    return json;
  }

  private static ObjectNode setting(Setting setting) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("coordinates", coordinates(setting.coordinates()));
    ObjectNode figures = json.putObject("figures");
    setting.cells().stream()
        .flatMap(cell -> cell.figures().keySet().stream())
        .distinct()
        .forEach(name -> figures.set(name, summary(setting.summary(name).orElseThrow())));
    ArrayNode cells = json.putArray("cells");
    for (CellResult cell : setting.cells()) {
      ObjectNode one = cells.addObject();
      one.put("name", cell.cell().name()).put("seed", cell.cell().seed());
      one.put("folder", cell.folder().toString());
      one.put("epochs", cell.epochs()).put("seconds", cell.seconds());
      if (!cell.failure().isEmpty()) {
        one.put("failure", cell.failure());
      }
      ObjectNode own = one.putObject("figures");
      cell.figures().forEach((name, figure) -> own.set(name, figure.toJson()));
      ObjectNode refused = one.putObject("notMeasured");
      cell.refused().forEach(refused::put);
    }
    return json;
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("mean", summary.mean()).put("seeds", summary.seeds()).put("unit", summary.unit());
    summary.deviation().ifPresent(d -> json.put("standardDeviation", d));
    summary.standardError().ifPresent(e -> json.put("standardErrorOfFirstSeed", e));
    summary.bound().ifPresent(b -> json.put("bound", b.holds()).put("boundReason", b.reason()));
    return json;
  }

  private static ObjectNode comparison(Comparison comparison) {
    Published published = comparison.published();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("coordinates", coordinates(comparison.setting().coordinates()));
    json.put("figure", published.figure()).put("published", published.value());
    json.put("publishedIsBound", published.bound()).put("source", published.source());
    comparison.ours().ifPresent(ours -> json.set("ours", summary(ours)));
    json.put("training", comparison.training()).put("verdict", comparison.verdict());
    return json.put("why", published.why());
  }

  private static ObjectNode claim(ClaimResult claim) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", claim.claim().text()).put("verdict", claim.verdict());
    ArrayNode instances = json.putArray("instances");
    for (ClaimResult.Instance instance : claim.instances()) {
      ObjectNode one = instances.addObject();
      one.set("coordinates", coordinates(instance.coordinates()));
      one.put("first", instance.first()).put("second", instance.second());
      if (!Double.isNaN(instance.spread())) {
        one.put("spread", instance.spread());
      }
      one.put("holds", instance.holds()).put("text", instance.text());
    }
    return json;
  }

  private static ObjectNode coordinates(Map<String, String> coordinates) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    coordinates.forEach(json::put);
    return json;
  }
}
