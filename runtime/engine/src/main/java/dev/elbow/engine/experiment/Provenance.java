package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.configuration.YamlWriter;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.engine.registry.Registry;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run was made from, as its manifest and its checkpoints say. */
final class Provenance {
  private static final int FORMAT = 1;

  private Provenance() {}

  static ObjectNode of(
      ExperimentHeader header,
      DataSplits data,
      List<RegisteredPart> plugins,
      BackendFacts backend) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("elbow", version()).put("name", header.name());
    json.put("seed", header.seed());
    json.putObject("generator").put("algorithm", "Philox4x32-10").put("seed", header.seed());
    json.set("backend", backend.toJson());
    putData(json.putObject("data"), data);
    ArrayNode list = json.putArray("plugins");
    plugins.forEach(part -> putPlugin(list.addObject(), part));
    json.put("configuration", YamlWriter.write(header.resolved()));
    return json;
  }

  private static void putData(ObjectNode json, DataSplits data) {
    json.put("name", data.name()).put("sha256", data.sha256());
    json.put("train", data.train().size()).put("test", data.test().size());
    data.validation().ifPresent(split -> json.put("validation", split.size()));
    DataShape shape = data.shape();
    json.putArray("shape").add(shape.channels()).add(shape.height()).add(shape.width());
    json.put("values", data.values().name().toLowerCase(Locale.ROOT));
  }

  private static void putPlugin(ObjectNode json, RegisteredPart part) {
    json.put("role", part.key().role().label()).put("name", part.key().name());
    json.put("bundle", part.bundle()).put("version", part.version());
    json.put("sha256", part.sha256());
  }

  static DataShape shape(ObjectNode manifest) {
    JsonNode shape = manifest.path("data").path("shape");
    return new DataShape(shape.path(0).asInt(1), shape.path(1).asInt(1), shape.path(2).asInt(1));
  }

  static DataValues values(ObjectNode manifest) {
    return DataValues.valueOf(
        manifest.path("data").path("values").asText("real").toUpperCase(Locale.ROOT));
  }

  /**
   * The plugins whose jars are not the ones the run was trained with.
   *
   * @throws InputException if one is missing
   */
  static List<String> changedPlugins(ObjectNode manifest, Registry registry, String place) {
    List<String> changed = new ArrayList<>();
    for (JsonNode plugin : manifest.path("plugins")) {
      Role role = Role.valueOf(plugin.path("role").asText().toUpperCase(Locale.ROOT));
      PartKey key = new PartKey(role, plugin.path("name").asText());
      RegisteredPart part = registry.part(key).orElseThrow(() -> missing(key, plugin, place));
      if (!part.sha256().equals(plugin.path("sha256").asText())) {
        changed.add(
            "%s (the run has version %s, here is %s)"
                .formatted(key, plugin.path("version").asText(), part.version()));
      }
    }
    return changed;
  }

  private static InputException missing(PartKey key, JsonNode plugin, String place) {
    return new InputException(
        "RUN-PLUGIN-MISSING",
        "the run was trained with the plugin '%s' of bundle %s %s, which is not here"
            .formatted(key, plugin.path("bundle").asText(), plugin.path("version").asText()),
        place,
        "Put its jar into plugins/; 'elbow plugins' lists what is there.");
  }

  private static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
