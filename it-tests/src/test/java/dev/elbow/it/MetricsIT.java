package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is asked beside reconstruction and KL, and the pages that show it. */
class MetricsIT {
  @TempDir static Path folder;

  private static Elbow elbow;

  @BeforeAll
  static void train() throws IOException {
    elbow = Elbow.in(folder).with("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Configuration.write(
        folder,
        "tiny.yaml",
        Configuration.TINY + "evaluation: {every: 1, metrics: [active-units]}\n");
    elbow.run("train", "tiny.yaml", "--out", "run").exits(0);
    elbow.run("train", "tiny.yaml", "--out", "other", "--set", "model.posterior=ar1").exits(0);
  }

  /** Images so small that their classifier is trained in a second. */
  @Test
  void everyMetricIsMeasuredAndKeptInTheRun() throws IOException {
    Files.write(folder.resolve("columns.idx"), Idx.columns(800));
    Files.write(folder.resolve("halves.idx"), Idx.halves(800));
    Configuration.write(
        folder,
        "columns.yaml",
        Configuration.TINY.replace(
            "{dataset: fashion-mnist-sample, limit: 256, binarize: threshold}",
            "{images: columns.idx, labels: halves.idx, binarize: threshold}"));
    elbow.run("train", "columns.yaml", "--out", "columns").exits(0);

    JsonNode evaluated =
        elbow.run("evaluate", "columns", "--metrics", "all", "--json").exits(0).json();

    JsonNode metrics = evaluated.path("metrics");
    assertThat(names(metrics))
        .contains(
            "test.negativeElbo",
            "test.logLikelihood",
            "test.effectiveSampleSize",
            "test.bitsPerDimension",
            "test.reconstructionError",
            "test.aggregateMmd",
            "test.logDetCovariance",
            "test.activeUnits",
            "test.mutualInformation",
            "test.klPerDimension",
            "samples.classCrossEntropy",
            "samples.frechetDistance",
            "samples.diversity",
            "test.probeAccuracy100");
    for (JsonNode metric : metrics) {
      assertThat(metric.path("unit").asText()).isNotEmpty();
      assertThat(metric.has("bound")).isTrue();
    }
    // The best possible importance-weighted figure is log p(x), and -ELBO is above its negative.
    assertThat(-metrics.at("/test.logLikelihood/value").asDouble())
        .isLessThan(metrics.at("/test.negativeElbo/value").asDouble());
    JsonNode kept = new JsonMapper().readTree(folder.resolve("columns/evaluation.json").toFile());
    assertThat(kept.path("test.aggregateMmd")).isNotEmpty();
    assertThat(kept.at("/test.aggregateMmd/value"))
        .isEqualTo(metrics.at("/test.aggregateMmd/value"));
  }

  @Test
  void metricsOfATrainingAreInItsLog() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("run/metrics.jsonl"));
    JsonNode first = new JsonMapper().readTree(lines.get(0));

    assertThat(first.at("/metrics/test.activeUnits/value").asInt()).isBetween(0, 3);
    assertThat(first.path("vitals").path("gradientNorm").asDouble()).isPositive();
  }

  @Test
  void aMetricThatIsNotThereIsNamedWithWhatIsMeant() throws IOException {
    assertThat(elbow.run("evaluate", "run", "--metrics", "active-unit").exits(2).err())
        .contains("active-unit", "active-units");
  }

  @Test
  void aMetricThatCannotBeAskedIsLeftOutWithTheReason() throws IOException {
    elbow
        .run(
            "train",
            "tiny.yaml",
            "--out",
            "point",
            "--set",
            "model.posterior=point",
            "--set",
            "objective=autoencoder",
            "--set",
            "evaluation={}")
        .exits(0);

    JsonNode evaluated =
        elbow
            .run("evaluate", "point", "--metrics", "importance-likelihood,covariance", "--json")
            .exits(0)
            .json();

    assertThat(names(evaluated.path("metrics"))).contains("test.logDetCovariance");
    assertThat(evaluated.at("/notMeasured/importance-likelihood").asText()).contains("densities");
  }

  @Test
  void everyTrainingLeavesAPageThatNeedsNothingElse() throws IOException {
    String page = Files.readString(folder.resolve("run/report.html"));

    assertThat(page).contains("test.negativeElbo", "data:image/png;base64,");
    assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @Test
  void runsAreComparedSideBySide() throws IOException {
    String text = elbow.run("compare", "run", "other", "--out", "both.html").exits(0).out();

    assertThat(text).contains("test.negativeElbo", "model.posterior");
    assertThat(Files.readString(folder.resolve("both.html"))).contains("run", "other");
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(e -> e.getKey()).toList();
  }
}
