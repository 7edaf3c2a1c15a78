package dev.elbow.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.ElbowException;
import java.util.Locale;

/**
 * One thing the doctor looked at.
 *
 * @param topic such as {@code java}
 * @param text what was found
 * @param fix what to do; empty if it is fine
 */
public record Finding(String topic, Status status, String text, String fix) {

  /** How it is. */
  public enum Status {
    OK,
    /** Elbow works, though not as well as it could. */
    WARNING,
    /** Elbow does not work. */
    PROBLEM;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String topic, String text) {
    return new Finding(topic, Status.OK, text, "");
  }

  static Finding warning(String topic, String text, String fix) {
    return new Finding(topic, Status.WARNING, text, fix);
  }

  static Finding problem(String topic, String text, String fix) {
    return new Finding(topic, Status.PROBLEM, text, fix);
  }

  /** What the error says. */
  static Finding problem(String topic, ElbowException e) {
    String place = e.place().isEmpty() ? "" : " (" + e.place() + ")";
    return problem(topic, e.id() + ": " + e.problem() + place, e.fix());
  }

  /** {@code {"topic": "java", "status": "ok", "text": "..."}}, and a fix where there is one. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("topic", topic).put("status", status.label()).put("text", text);
    return fix.isEmpty() ? json : json.put("fix", fix);
  }
}
