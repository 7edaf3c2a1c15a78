package dev.elbow.benchmarks.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs and replies as text; a reply is a line among others of a process's output. */
public final class Wire {
  private static final String MARK = "elbow-benchmark ";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Wire() {}

  public static String write(Job job) {
    return json(job);
  }

  public static Job job(String text) {
    return read(text, Job.class);
  }

  static String write(Reply reply) {
    ObjectNode node = MAPPER.createObjectNode();
    reply.figures().ifPresent(figures -> node.set("figures", MAPPER.valueToTree(figures)));
    node.set("agreements", MAPPER.valueToTree(reply.agreements()));
    node.set("facts", MAPPER.valueToTree(reply.facts()));
    return MARK + json(node);
  }

  /** The reply in a line, if it is one. */
  public static Optional<Reply> reply(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    ObjectNode node = read(line.substring(MARK.length()), ObjectNode.class);
    Agreement[] agreements = MAPPER.convertValue(node.get("agreements"), Agreement[].class);
    @SuppressWarnings("unchecked") // written above
    Map<String, String> facts = MAPPER.convertValue(node.get("facts"), Map.class);
    Optional<Figures> figures =
        Optional.ofNullable(node.get("figures"))
            .map(found -> MAPPER.convertValue(found, Figures.class));
    return Optional.of(new Reply(figures, List.of(agreements), facts));
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
