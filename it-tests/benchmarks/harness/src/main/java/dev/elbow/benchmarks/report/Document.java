package dev.elbow.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.benchmarks.cases.Case;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Results as JSON: everything that was measured, each round of it. */
public final class Document {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Document() {}

  public static String json(Map<String, String> machine, List<Case> cases, Results results) {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("machine", MAPPER.valueToTree(machine));
    ObjectNode contenders = root.putObject("contenders");
    results.facts().forEach((peer, facts) -> contenders.putPOJO(peer.label(), facts));
    root.set("checks", MAPPER.valueToTree(results.checks()));
    root.set("failures", MAPPER.valueToTree(results.failures()));
    ArrayNode rows = root.putArray("cases");
    for (Case subject : cases) {
      ObjectNode row = rows.addObject();
      row.set("case", MAPPER.valueToTree(subject));
      row.put("unit", Text.unit(subject));
      ObjectNode found = row.putObject("results");
      for (Peer peer : Peer.values()) {
        results
            .summary(subject, peer)
            .ifPresent(summary -> found.set(peer.label(), summary(summary)));
      }
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("median", summary.median());
    node.put("low", summary.low());
    node.put("high", summary.high());
    node.put("processor", summary.processor());
    node.put("memory", summary.memory());
    node.set("rounds", MAPPER.valueToTree(summary.rounds()));
    return node;
  }
}
