package dev.elbow.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a command left.
 *
 * @param exitCode 0 if all went well
 * @param json its one document; an empty object if it printed none
 * @param lastWords the end of what it said on standard error
 */
record JobResult(int exitCode, JsonNode json, String lastWords) {
  /** Of a shell: 128 + SIGKILL. */
  private static final int KILLED = 137;

  static JobResult read(int exitCode, Path output, Path log) {
    return new JobResult(exitCode, json(output), lastLine(log));
  }

  boolean isDone() {
    return exitCode == 0;
  }

  boolean isBusy() {
    return json.at("/error/id").asText().equals("RUN-BUSY");
  }

  /** Why it failed, in a sentence. */
  String reason() {
    String problem = json.at("/error/problem").asText();
    if (!problem.isEmpty()) {
      String fix = json.at("/error/fix").asText();
      return problem.replaceAll("\\s+", " ") + (fix.isEmpty() ? "" : " (" + fix.strip() + ")");
    }
    if (exitCode == KILLED) {
      return "its process was killed, perhaps for want of memory";
    }
    return "its process ended with " + exitCode + (lastWords.isEmpty() ? "" : ": " + lastWords);
  }

  private static JsonNode json(Path output) {
    try {
      return Files.isRegularFile(output)
          ? JsonMapper.builder().build().readTree(Files.readString(output))
          : JsonNodeFactory.instance.objectNode();
    } catch (JsonProcessingException none) {
      return JsonNodeFactory.instance.objectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastLine(Path log) {
    try {
      List<String> lines =
          Files.isRegularFile(log)
              ? Files.readString(log).lines().filter(line -> !line.isBlank()).toList()
              : List.of();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
