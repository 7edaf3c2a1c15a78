package dev.elbow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandsTest {
  private final Output output = new Output();
  private @TempDir Path temp;
  private Path first;
  private Path second;
  private Path page;

  @BeforeEach
  void makeRuns() throws IOException {
    first = run("first", 3, 105.5);
    second = run("second", 5, 101.25);
    page = temp.resolve("out.html");
  }

  @Test
  void compareStarsTheBestAndListsWhatDiffers() {
    assertThat(compare()).isEqualTo(ExitCode.DONE);
    assertThat(output.out())
        .containsPattern(
            "test.negativeElbo +105.50 \\+- 0.10 +101.25 \\+- 0.10\\* +nats per example")
        .contains("no best: neither less nor more is better by itself: test.kl")
        .containsPattern("model.latent +3 +5")
        .contains("page with curves and pictures in " + page);
    assertThat(page).exists();
  }

  @Test
  void compareSaysTheSameToPrograms() throws IOException {
    assertThat(compare("--json")).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(output.out());
    assertThat(json.at("/figures/0/best/0").asInt()).isEqualTo(1);
    assertThat(json.at("/differences/0/key").asText()).isEqualTo("model.latent");
    assertThat(json.at("/out").asText()).isEqualTo(page.toString());
  }

  @Test
  void comparisonsOfRunsInTrainingHaveANote() throws IOException {
    Files.delete(second.resolve("evaluation.json"));
    assertThat(compare()).isEqualTo(ExitCode.DONE);
    assertThat(output.err()).contains("note", "second has no figures yet", "0 of 4 epochs");
  }

  @Test
  void aPageThatCannotBeWrittenIsRefused() throws IOException {
    Files.createDirectory(page);
    assertThat(compare()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.err()).contains("CLI-OUT", "found a folder");
    assertThat(output.out()).isEmpty();
  }

  @Test
  void aReportOfTheFolderAloneNeedsNoPlugins() {
    assertThat(run("report", first.toString(), "--page-only")).isEqualTo(ExitCode.DONE);
    assertThat(first.resolve("report.html")).content().contains("105.50");
    assertThat(output.out()).contains("report with 0 pictures in");
  }

  @Test
  void aRunWithoutACheckpointHasAReportWithoutPictures() {
    assertThat(run("report", first.toString())).isEqualTo(ExitCode.DONE);
    assertThat(output.err()).contains("no pictures are drawn: the run has no checkpoint yet");
    assertThat(first.resolve("report.html")).exists();
  }

  private int compare(String... more) {
    String[] arguments = {"compare", first.toString(), second.toString(), "--out", page.toString()};
    return run(Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
  }

  private int run(String... arguments) {
    Flags flags = Flags.of(List.of(arguments));
    var console = output.console(Terminal.none(), flags.json(), flags.verbose());
    return new CommandLineInterface(console, new Properties(), new Interruption()).run(arguments);
  }

  private Path run(String name, int latent, double elbo) throws IOException {
    Path run = Files.createDirectory(temp.resolve(name));
    Files.writeString(
        run.resolve("config.yaml"),
        "data: {dataset: x}\nmodel: {latent: " + latent + "}\ntraining: {epochs: 4}\n");
    Files.writeString(run.resolve("manifest.json"), "{\"data\": {\"name\": \"x\"}}");
    Files.writeString(
        run.resolve("evaluation.json"),
        """
        {"test.negativeElbo": {"value": %s, "unit": "nats per example", "standardError": 0.1,
           "bound": true, "boundReason": "log p(x)"},
         "test.kl": {"value": 3.0, "unit": "nats per example"}}
        """
            .formatted(elbo));
    return run;
  }
}
