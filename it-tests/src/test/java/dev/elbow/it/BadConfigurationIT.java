package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake has an id, a place and a fix; nothing is written. */
class BadConfigurationIT {
  @TempDir Path folder;

  @ParameterizedTest(name = "{2}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: 64      | bach: 64       | CFG-UNKNOWN-KEY    | 10:23 | Did you mean batch",
        "{type: mlp, hid| {type: mpl, hid| CFG-UNKNOWN-PLUGIN | 7:19  | Did you mean mlp",
        "epochs: 2      | epochs: 0      | CFG-RANGE          | 10:20 | expected x >= 1",
        "epochs: 2      | epochs: many   | CFG-TYPE           | 10:20 | expected a whole number",
        "latent: 3      | latent: 0      | CFG-RANGE          | 6:11  | expected 1 <= x <= 100000",
        "name: tiny     | name: [tiny    | CFG-SYNTAX         | 2     | close every bracket",
      })
  void aMistakeInTheFileIsShownWithLineAndColumn(
      String right, String wrong, String id, String place, String fix) throws IOException {
    Configuration.write(folder, "wrong.yaml", Configuration.TINY.replace(right, wrong));
    Map<String, Integer> before = Trained.contents(folder);

    Result result = Elbow.in(folder).run("train", "wrong.yaml", "--out", "run").exits(2);

    assertThat(result.err()).contains(id, "wrong.yaml:" + place, fix);
    assertThat(Trained.contents(folder)).isEqualTo(before);
  }

  @Test
  void withJsonTheErrorIsADocumentOnStandardOutput() throws IOException {
    Configuration.writeTiny(folder);

    JsonNode error =
        Elbow.in(folder)
            .run("train", "tiny.yaml", "--set", "training.epochs=0", "--json")
            .exits(2)
            .json()
            .path("error");

    assertThat(error.path("id").asText()).isEqualTo("CFG-RANGE");
    assertThat(error.path("place").asText()).contains("--set training.epochs=0");
    assertThat(error.path("problem").asText()).contains("training.epochs");
    assertThat(error.path("fix").asText()).isNotBlank();
  }
}
