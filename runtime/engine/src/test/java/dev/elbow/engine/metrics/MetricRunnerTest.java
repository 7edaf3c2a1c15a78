package dev.elbow.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricRunnerTest {

  private static MetricReport report(Path folder, NamedMetric... metrics) {
    Experiments.train(folder.resolve("run"), List.of("training.epochs=1"));
    OpenRun run = Plugins.engine().open(folder.resolve("run"));
    return new MetricRunner(
            List.of(metrics), () -> ClassifierSource.NONE.of(null), new ArrayList<>()::add)
        .run(run.model(), run.data(Experiments.NO_FOLDER), run.moment());
  }

  @Test
  void aMetricThatRefusesOrFailsLeavesTheOthersAlone(@TempDir Path folder) {
    Metric refusing =
        model -> {
          throw new InputException("X-1", "no labels", "", "Give labels.");
        };
    Metric failing =
        model -> {
          throw new IllegalStateException("broken");
        };
    Metric good = model -> List.of(Measurement.of("test.latent", model.latentSize(), "1"));

    MetricReport report =
        report(
            folder,
            new NamedMetric("refusing", refusing),
            new NamedMetric("failing", failing),
            new NamedMetric("good", good));

    assertThat(report.figures()).containsOnlyKeys("test.latent");
    assertThat(report.refused()).containsOnlyKeys("refusing", "failing");
    assertThat(report.refused().get("refusing")).hasMessageContaining("no labels");
    assertThat(report.refused().get("failing")).hasMessageContaining("METRIC-FAILED");
  }
}
