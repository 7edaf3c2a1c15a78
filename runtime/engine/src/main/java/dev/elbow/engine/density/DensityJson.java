package dev.elbow.engine.density;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.evaluation.Estimate;

/** A fitted density as JSON, every number to its last bit. */
final class DensityJson {
  private static final int FORMAT = 1;

  private DensityJson() {}

  /**
   * @param step of the checkpoint that gave the codes
   */
  static ObjectNode write(FittedDensity density, long step) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
    json.put("step", step).put("density", density.kind().name());
    json.put("codes", density.codes()).put("iterations", density.iterations());
    json.put("converged", density.converged()).put("seconds", density.seconds());
    json.set("train", estimate(density.train()));
    json.set("heldOut", estimate(density.heldOut()));
    GaussianMixture mixture = density.mixture();
    json.set("weights", array(mixture.weights()));
    ArrayNode means = json.putArray("means");
    ArrayNode covariances = json.putArray("covariances");
    for (int k = 0; k < mixture.components(); k++) {
      means.add(array(mixture.means()[k]));
      ArrayNode rows = covariances.addArray();
      for (double[] row : mixture.covariances()[k]) {
        rows.add(array(row));
      }
    }
    return json;
  }

  private static ObjectNode estimate(Estimate estimate) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("logDensity", estimate.mean())
        .put("standardError", estimate.standardError())
        .put("unit", "nats per example");
  }

  private static ArrayNode array(double[] values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
    for (double value : values) {
      array.add(value);
    }
    return array;
  }

  /** Whether the JSON is of codes of that checkpoint. */
  static boolean isOf(JsonNode json, long step) {
    return member(json, "step").asLong(-1) == step;
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #write} writes, of that kind
   */
  static FittedDensity read(JsonNode json, DensityKind kind) {
    require(member(json, "format").asInt() == FORMAT, "another format");
    require(member(json, "density").asText().equals(kind.name()), "another density");
    JsonNode covariances = member(json, "covariances");
    double[][][] matrices = new double[covariances.size()][][];
    for (int k = 0; k < matrices.length; k++) {
      matrices[k] = matrix(covariances.get(k));
    }
    GaussianMixture mixture =
        new GaussianMixture(
            vector(member(json, "weights")), matrix(member(json, "means")), matrices);
    require(mixture.components() <= kind.components(), "too many components");
    return new FittedDensity(
        kind,
        mixture,
        estimate(member(json, "train")),
        estimate(member(json, "heldOut")),
        member(json, "codes").asInt(),
        member(json, "iterations").asInt(),
        member(json, "converged").asBoolean(),
        number(member(json, "seconds")));
  }

  private static Estimate estimate(JsonNode json) {
    // A standard error is NaN, which JSON writes as text, where there is one example.
    return new Estimate(
        number(member(json, "logDensity")), member(json, "standardError").asDouble(Double.NaN));
  }

  private static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i));
    }
    return matrix;
  }

  private static double[] vector(JsonNode values) {
    double[] vector = new double[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = number(values.get(i));
    }
    return vector;
  }

  private static double number(JsonNode value) {
    require(value.isNumber(), "expected a number");
    return value.asDouble();
  }

  private static JsonNode member(JsonNode json, String name) {
    require(json.has(name), "expected " + name);
    return json.get(name);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
