package dev.elbow.engine.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A few numbers of a model after an epoch, over some of its examples.
 *
 * @param activeUnits dimensions whose deterministic code has a variance over the examples above
 *     0.01; empty if the codes have no scale to compare with, as those of an autoencoder
 * @param kl the mean sum of the marginals' KL to the prior, nats; empty unless both are Gaussian
 * @param sigma the largest mean standard deviation of a dimension of the posterior; empty unless it
 *     is Gaussian
 * @param codeScale the root mean square of the deterministic codes
 * @param decoderSigma the mean standard deviation of p(x|z), in the data's units; empty if the
 *     decoder states none
 * @param gradientNorm of the epoch's last step
 */
public record Vitals(
    OptionalInt activeUnits,
    OptionalDouble kl,
    OptionalDouble sigma,
    double codeScale,
    OptionalDouble decoderSigma,
    double gradientNorm) {

  /** As {@code metrics.jsonl} has it; keys that do not apply are absent. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    activeUnits.ifPresent(n -> json.put("activeUnits", n));
    kl.ifPresent(value -> json.put("kl", value));
    sigma.ifPresent(value -> json.put("sigma", value));
    json.put("codeScale", codeScale);
    decoderSigma.ifPresent(value -> json.put("decoderSigma", value));
    return json.put("gradientNorm", gradientNorm);
  }

  /** What {@link #toJson} wrote. */
  static Vitals of(ObjectNode json) {
    return new Vitals(
        json.has("activeUnits")
            ? OptionalInt.of(json.get("activeUnits").asInt())
            : OptionalInt.empty(),
        number(json, "kl"),
        number(json, "sigma"),
        json.path("codeScale").asDouble(),
        number(json, "decoderSigma"),
        json.path("gradientNorm").asDouble());
  }

  private static OptionalDouble number(ObjectNode json, String key) {
    return json.has(key) ? OptionalDouble.of(json.get(key).asDouble()) : OptionalDouble.empty();
  }
}
