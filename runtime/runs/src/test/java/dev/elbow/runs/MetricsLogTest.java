package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {

  private @TempDir Path folder;
  private Path file;
  private MetricsLog log;

  @BeforeEach
  void openALog() {
    file = folder.resolve("metrics.jsonl");
    log = new MetricsLog(file);
  }

  @Test
  void appendsOneLineAnObject() throws IOException {
    log.append(Json.object().put("step", 1).put("note", "two\nlines"));
    log.append(Json.object().put("step", 2));
    assertThat(Files.readString(file))
        .isEqualTo("{\"step\":1,\"note\":\"two\\nlines\"}\n{\"step\":2}\n");
    assertThat(log.readAll())
        .containsExactly(
            Json.object().put("step", 1).put("note", "two\nlines"), Json.object().put("step", 2));
  }

  @Test
  void aRunWithoutMetricsHasNone() {
    assertThat(log.readAll()).isEmpty();
    log.truncateTo(5);
    assertThat(file).doesNotExist();
  }

  @Test
  void aResumeDropsWhatCameAfterTheCheckpoint() throws IOException {
    Files.writeString(file, "{\"step\":469}\n{\"event\":\"x\"}\n{\"step\": 938}\n{\"step\":939}\n");
    log.truncateTo(938);
    assertThat(Files.readString(file))
        .isEqualTo("{\"step\":469}\n{\"event\":\"x\"}\n{\"step\": 938}\n");
  }

  @Test
  void aTornLastLineIsPassedOverAndDroppedByAResume() throws IOException {
    Files.writeString(file, "{\"step\":1}\n{\"step\":2,\"no");
    assertThat(log.readAll()).containsExactly(Json.object().put("step", 1));
    log.truncateTo(2);
    assertThat(file).hasContent("{\"step\":1}\n");
    log.append(Json.object().put("step", 2));
    assertThat(log.readAll()).hasSize(2);
  }

  @Test
  void aLineTornWithinACharacterIsPassedOver() throws IOException {
    Files.write(file, new byte[] {'{', '}', '\n', '{', '"', (byte) 0xc3});
    assertThat(log.readAll()).containsExactly(Json.object());
  }

  @Test
  void aWholeLastLineWithoutItsNewlineIsKept() throws IOException {
    Files.writeString(file, "{\"step\":1}\n{\"step\":2}");
    log.truncateTo(2);
    assertThat(Files.readString(file)).isEqualTo("{\"step\":1}\n{\"step\":2}\n");
  }

  @Test
  void aDamagedLineInTheMiddleIsNamed() throws IOException {
    Files.writeString(file, "{\"step\":1}\nnonsense\n{\"step\":2}\n");
    assertThatThrownBy(log::readAll)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-METRICS")
        .hasMessageContaining(file + ", line 2");
  }

  @Test
  void aLogThatCannotBeWrittenIsAFailure() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> log.append(Json.object()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("RUN-DISK");
  }
}
