package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.cli.Output;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Interruption;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
  private final Output output = new Output();
  private final Properties properties = new Properties();
  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void aRunWithTwoPictures() throws IOException {
    run = Files.createDirectories(folder.resolve("my run"));
    Files.createDirectory(run.resolve("images"));
    Files.createFile(run.resolve("images/samples.png"));
    Files.createFile(run.resolve("images/reconstructions.png"));
    Files.writeString(run.resolve("manifest.json"), "{}");
    config("diagonal");
    properties.setProperty("elbow.command", "./elbow");
  }

  private void config(String posterior) throws IOException {
    String yaml = "model:\n  posterior:\n    type: " + posterior + "\n";
    Files.writeString(run.resolve("config.yaml"), yaml);
  }

  private RunSummary summary() {
    return new RunSummary(new Context(output.console(), properties, new Interruption()));
  }

  private void train(Outcome outcome) {
    Map<String, Figure> metrics = Map.of("test.kl", Figure.of(25.5, "nats per example"));
    summary().trained(new TrainingReport(run, outcome, 83.4, metrics));
  }

  @Test
  void itSaysHowLongItTookAndWhereThingsAre() {
    train(Outcome.FINISHED);

    assertThat(output.out())
        .contains("done in 1 min 23 s, on the test set:")
        .contains("  test.kl  25.50")
        .contains("  samples          " + run.resolve("images/samples.png"));
  }

  @Test
  void aPictureThatCouldNotBeDrawnIsNotNamed() {
    train(Outcome.FINISHED);

    assertThat(output.out()).doesNotContain("loss.png");
  }

  @Test
  void theNextCommandsCanBePasted() {
    train(Outcome.STOPPED_EARLY);

    assertThat(output.out())
        .contains("stopped early in 1 min 23 s")
        .contains("./elbow sample '" + run + "' --count 100 --out samples.png")
        .contains("./elbow train '" + run.resolve("config.yaml") + "' --set model.posterior=ar1");
  }

  @Test
  void whoHasTrainedAr1IsOfferedTheDiagonal() throws IOException {
    config("ar1");
    train(Outcome.FINISHED);

    assertThat(output.out()).contains("--set model.posterior=diagonal");
  }

  @Test
  void whoHasTrainedAnAutoencoderIsOfferedThePrincipalComponents() throws IOException {
    config("point");
    train(Outcome.FINISHED);

    assertThat(output.out()).contains("./elbow pca '" + run + "'").doesNotContain("posterior=");
  }

  @Test
  void whatWasInterruptedSaysHowToContinue() {
    summary().interrupted(run);

    assertThat(output.out()).contains("interrupted", "./elbow resume '" + run + "'");
  }
}
