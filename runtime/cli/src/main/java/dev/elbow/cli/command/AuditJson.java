package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.audit.AuditedModel;
import dev.elbow.engine.audit.Check;
import dev.elbow.engine.audit.TermFigure;
import dev.elbow.engine.audit.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/** What programs read of an audit. JSON has no NaN or infinity: such a number is {@code null}. */
final class AuditJson {
  private AuditJson() {}

  static ObjectNode of(AuditReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("examples", report.examples()).put("batch", report.batch());
    json.put("unit", "nats per example");
    json.set("negativeElbo", verdict(report.negativeElbo()));
    json.set("objective", verdict(report.objective()));
    ArrayNode trusted = json.putArray("trusted");
    report.trusted().forEach(trusted::add);
    ArrayNode models = json.putArray("models");
    report.models().forEach(model -> models.add(model(model)));
    return json;
  }

  private static ObjectNode verdict(Verdict verdict) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", label(verdict.outcome()));
    json.put("sentence", verdict.sentence());
    ArrayNode reasons = json.putArray("reasons");
    verdict.reasons().forEach(reasons::add);
    ArrayNode remarks = json.putArray("remarks");
    verdict.remarks().forEach(remarks::add);
    return json;
  }

  private static ObjectNode model(AuditedModel model) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("parameters", model.parameters());
    ObjectNode figures = json.putObject("figures");
    model.figures().forEach(figure -> figures.set(figure.name(), figure(figure)));
    ArrayNode checks = json.putArray("checks");
    model.checks().forEach(check -> checks.add(check(check)));
    json.set("negativeElbo", verdict(model.negativeElbo()));
    json.set("objective", verdict(model.objective()));
    return json;
  }

  private static ObjectNode figure(TermFigure figure) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "weight", figure.weight());
    put(json, "stated", OptionalDouble.of(figure.stated()));
    put(json, "measured", figure.measured());
    put(json, "standardError", figure.standardError());
    return json.put("unit", figure.unit()).put("remark", figure.remark());
  }

  private static ObjectNode check(Check check) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("term", check.term()).put("what", check.what());
    json.put("outcome", label(check.outcome())).put("scope", label(check.scope()));
    put(json, "stated", check.figures().stated());
    put(json, "measured", check.figures().measured());
    put(json, "standardError", check.figures().standardError());
    return json.put("text", check.text());
  }

  /** {@code not-a-bound}. */
  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(ObjectNode json, String key, OptionalDouble value) {
    if (value.isEmpty()) {
      return;
    }
    if (Double.isFinite(value.getAsDouble())) {
      json.put(key, value.getAsDouble());
    } else {
      json.putNull(key);
    }
  }
}
