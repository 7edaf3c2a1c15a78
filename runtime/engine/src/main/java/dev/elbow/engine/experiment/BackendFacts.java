package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a run's figures may depend on beside its configuration.
 *
 * @param device such as {@code cpu}
 * @param backend ND4J's backend class
 * @param blas the vendor of its matrix products
 * @param threads of the CPU kernels
 */
public record BackendFacts(String device, String backend, String blas, int threads) {
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("device", device).put("backend", backend).put("blas", blas).put("threads", threads);
    json.put("java", System.getProperty("java.version"));
    return json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }
}
