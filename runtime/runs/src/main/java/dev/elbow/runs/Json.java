package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The one JSON dialect of a run: strict when reading, stable when writing. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * @throws JsonProcessingException if the text is not one JSON object without repeated keys
   */
  static ObjectNode parse(String text) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(text);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new NotAnObjectException(node);
  }

  static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree always has a text", e);
    }
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }

  /** What is wrong with a text, with line and column where known, without an excerpt of it. */
  static String describe(JsonProcessingException e) {
    if (e.getLocation() == null) {
      return e.getOriginalMessage();
    }
    return "line %d, column %d: %s"
        .formatted(
            e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage());
  }

  private static final class NotAnObjectException extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    NotAnObjectException(JsonNode found) {
      super("expected a JSON object, found " + kind(found));
    }

    private static String kind(JsonNode found) {
      return found == null || found.isMissingNode()
          ? "nothing"
          : found.getNodeType().name().toLowerCase(Locale.ROOT);
    }
  }
}
