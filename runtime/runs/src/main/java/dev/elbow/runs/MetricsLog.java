package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code metrics.jsonl}: one JSON object a line, synced line by line.
 *
 * <p>A last line that is not JSON was torn by a kill; readers pass over it and {@link #truncateTo}
 * removes it.
 */
public final class MetricsLog {

  private final Path file;

  public MetricsLog(Path file) {
    this.file = file;
  }

  public Path file() {
    return file;
  }

  /**
   * Appends a line and syncs it; a failure leaves the file as it was.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public void append(ObjectNode line) {
    byte[] bytes = (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      long before = open.length();
      try {
        open.seek(before);
        open.write(bytes);
        open.getFD().sync();
      } catch (IOException e) {
        open.setLength(before);
        throw e;
      }
    } catch (IOException e) {
      throw DiskErrors.writing(file, e);
    }
  }

  /**
   * Every line, oldest first; empty if there is no file.
   *
   * @throws InputException {@code RUN-METRICS} if a line other than the last is not a JSON object
   */
  public List<ObjectNode> readAll() {
    return lines().stream().map(Line::json).toList();
  }

  /**
   * Drops, for a resume, the lines whose {@code step} is greater than the checkpoint's, and a torn
   * last line; atomically.
   *
   * @throws InputException {@code RUN-METRICS} if a line other than the last is not a JSON object
   */
  public void truncateTo(long step) {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    for (Line line : lines()) {
      if (line.json().path("step").asLong(Long.MIN_VALUE) <= step) {
        kept.append(line.text()).append('\n');
      }
    }
    AtomicFiles.write(file, kept.toString());
  }

  private record Line(String text, ObjectNode json) {}

  private List<Line> lines() {
    List<Line> result = new ArrayList<>();
    List<String> texts = read();
    for (int i = 0; i < texts.size(); i++) {
      try {
        result.add(new Line(texts.get(i), Json.parse(texts.get(i))));
      } catch (JsonProcessingException e) {
        if (i < texts.size() - 1) {
          throw malformed(i + 1, e);
        }
      }
    }
    return result;
  }

  private List<String> read() {
    try {
      // Decoding replaces malformed bytes instead of failing: a kill may tear a character.
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }

  private InputException malformed(int line, JsonProcessingException cause) {
    return new InputException(
        "RUN-METRICS",
        "expected a JSON object: " + cause.getOriginalMessage(),
        file + ", line " + line,
        "Remove or mend that line.",
        cause);
  }
}
