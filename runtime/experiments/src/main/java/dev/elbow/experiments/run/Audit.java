package dev.elbow.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code audit} among the metrics of an experiment: not a metric of a plugin but {@code elbow
 * audit}, which measures the KL of what a model samples, whatever the model states.
 *
 * <p>The auditor looks at some test images. So the negative ELBO here is the reconstruction on the
 * whole test set, which needs no audit, plus the measured KL, which varies little among images.
 */
final class Audit {
  static final String NAME = "audit";
  private static final String EXAMPLES = "examples";
  private static final String STANDARD_EXAMPLES = "256";

  private Audit() {}

  /** Whether a metric is the audit. */
  static boolean is(ConfigNode metric) {
    return metric instanceof ScalarNode name
        ? name.text().equals(NAME)
        : metric instanceof MapNode map && map.find("type").filter(Audit::is).isPresent();
  }

  /**
   * The audit with its option, which is the number of test images.
   *
   * @throws InputException if it is given anything else
   */
  static MapNode complete(ConfigNode metric) {
    MapNode map = metric instanceof MapNode given ? given : new MapNode(Map.of(), metric.place());
    for (String key : map.entries().keySet()) {
      if (!List.of("type", EXAMPLES).contains(key)) {
        throw new InputException(
            "EXPERIMENT-UNKNOWN-KEY",
            "unknown key " + key + " of audit",
            map.keyPlace(key).toString(),
            "Valid: " + EXAMPLES + ".");
      }
    }
    ConfigNode examples =
        map.find(EXAMPLES).orElse(new ScalarNode(STANDARD_EXAMPLES, false, metric.place()));
    return new MapNode(Map.of(), metric.place())
        .with("type", new ScalarNode(NAME, false, metric.place()))
        .with(EXAMPLES, examples);
  }

  static String examples(ConfigNode complete) {
    return ((ScalarNode) ((MapNode) complete).get(EXAMPLES)).text();
  }

  /** Adds what an audit found to a run's figures. */
  static void addTo(ObjectNode figures, JsonNode audit) {
    JsonNode kl = audit.at("/models/0/figures/kl");
    if (kl.isMissingNode() || !figures.has("test.reconstruction")) {
      return;
    }
    Figure reconstruction = Figure.of(figures.get("test.reconstruction"));
    double measured = kl.path("measured").asDouble(kl.path("stated").asDouble());
    Map<String, String> settings = Map.of("images of the KL", audit.path("examples").asText());
    figures.set("audit.kl", figure(measured, Optional.empty(), settings).toJson());
    Optional<Bound> bound =
        Optional.of(figures.path("test.negativeElbo"))
            .filter(JsonNode::isObject)
            .flatMap(stated -> Figure.of(stated).bound());
    Figure exact = figure(reconstruction.value() + measured, bound, settings);
    if (reconstruction.standardError().isPresent()) {
      exact = exact.withStandardError(reconstruction.standardError().getAsDouble());
    }
    figures.set("audit.negativeElbo", exact.toJson());
  }

  private static Figure figure(double value, Optional<Bound> bound, Map<String, String> settings) {
    return new Figure(
        value,
        "nats per example",
        bound,
        OptionalDouble.empty(),
        Optional.empty(),
        settings,
        List.of());
  }
}
