package dev.elbow.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.report.RunFixture;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String EPOCH =
      "{\"epoch\": %d, \"train\": {\"objective\": %d}, \"validation\": {\"objective\": %d}}";

  private @TempDir Path temp;

  @Test
  void marksTheBestWithAColorAndAWord() {
    Document page = page(run("a", 105, "d"), run("b", 101, "d"));
    assertThat(page.select("td.best").eachText()).containsExactly("101.00 ± 0.10 best");
    assertThat(page.select("th[scope=col]").eachText()).contains("a", "b");
  }

  @Test
  void saysWhyThereIsNoBestOnDifferentData() {
    Document page = page(run("a", 105, "d"), run("b", 101, "e"));
    assertThat(page.select("td.best")).isEmpty();
    assertThat(page.text()).contains("different data");
    assertThat(page.select(".remarks").text()).contains("a: letters", "b: letters");
  }

  @Test
  void laysTheCurvesOverOneAnotherAndTheSamplesSideBySide() {
    Document page = page(run("a", 105, "d"), run("b", 101, "d"));
    assertThat(page.select(".chart .legend li").eachText())
        .containsExactly("a, train", "a, validation", "b, train", "b, validation");
    assertThat(page.select("path.s1.dash")).hasSizeGreaterThanOrEqualTo(1);
    assertThat(page.select(".side").get(0).select("img").eachAttr("alt"))
        .containsExactly("a: A grid.", "b: A grid.");
    assertThat(page.select(".side").get(1).text()).contains("Not there yet.");
  }

  @Test
  void listsTheKeysThatDifferAndNoOthers() {
    Path a = run("a", 105, "d");
    Path b = temp.resolve("b");
    new RunFixture(b)
        .config(
            RunFixture.CONFIG
                .replace("latent: 3", "latent: 5")
                .replace("hidden: [8, 4]", "hidden: [8]")
                .replace("{type: diagonal}", "{type: ar1, scale: 2}"));
    Comparison comparison = Comparison.of(List.of(a, b));
    assertThat(comparison.differences().stream().map(SettingRow::key))
        .containsExactlyInAnyOrder(
            "model.latent",
            "model.encoder.hidden",
            "model.posterior.type",
            "model.posterior.scale");
    assertThat(value(comparison, "model.posterior.scale"))
        .containsExactly(Optional.empty(), Optional.of("2"));
    assertThat(value(comparison, "model.encoder.hidden"))
        .containsExactly(Optional.of("[8, 4]"), Optional.of("[8]"));
  }

  @Test
  void aRunInTrainingIsComparedByWhatThereIs() {
    Path b = temp.resolve("b");
    new RunFixture(b).epochs(EPOCH.formatted(1, 5, 6));
    Document page = page(run("a", 105, "d"), b);
    assertThat(page.select(".remarks").text())
        .contains("b has no figures yet", "after 1 of 3 epochs");
    assertThat(page.text()).contains("fewer than two runs have it");
  }

  @Test
  void runsOfOneNameAreToldApartByTheFoldersAbove() {
    Comparison comparison = Comparison.of(List.of(run("x/run", 1, "d"), run("y/run", 2, "d")));
    assertThat(comparison.labels())
        .containsExactly(Path.of("x/run").toString(), Path.of("y/run").toString());
  }

  @Test
  void oneRunIsNoComparison() {
    Path run = run("a", 1, "d");
    for (List<Path> runs : List.of(List.of(run), List.of(run, run.resolve("../a")))) {
      assertThatThrownBy(() -> Comparison.of(runs))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("at least two different runs, found 1");
    }
  }

  @Test
  void aFolderThatIsNoRunIsNamed() {
    assertThatThrownBy(() -> Comparison.of(List.of(run("a", 1, "d"), temp)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-NOT-A-RUN");
  }

  @Test
  void programsReadTheSame() {
    Comparison comparison = Comparison.of(List.of(run("a", 105, "d"), run("b", 101, "e")));
    JsonNode json = ComparisonJson.of(comparison);
    assertThat(json.at("/runs/1/label").asText()).isEqualTo("b");
    assertThat(json.at("/figures/0/name").asText()).isEqualTo("test.negativeElbo");
    assertThat(json.at("/figures/0/values/1/value").asDouble()).isEqualTo(101);
    assertThat(json.at("/figures/0/best").size()).isZero();
    assertThat(json.at("/figures/0/notCompared").asText()).contains("different data");
    JsonNode same =
        ComparisonJson.of(Comparison.of(List.of(run("c", 105, "d"), run("d", 101, "d"))));
    assertThat(same.at("/figures/0/best/0").asInt()).isEqualTo(1);
    assertThat(same.at("/figures/0/notCompared").isMissingNode()).isTrue();
    assertThat(same.at("/differences").size()).isZero();
  }

  private Path run(String name, double elbo, String digest) {
    Path folder = temp.resolve(name);
    new RunFixture(folder)
        .digest(digest)
        .epochs(EPOCH.formatted(1, 9, 10), EPOCH.formatted(2, 7, 8))
        .figures(
            """
            {"test.negativeElbo": {"value": %s, "unit": "nats per example", "bound": true,
             "boundReason": "log p(x)", "standardError": 0.1}}
            """
                .formatted(elbo))
        .picture("samples.png", "Samples", "A grid.", "Look.");
    return folder;
  }

  private static Document page(Path... runs) {
    return Jsoup.parse(new ComparisonPage(Comparison.of(List.of(runs))).html());
  }

  private static List<Optional<String>> value(Comparison comparison, String key) {
    return comparison.differences().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow()
        .values();
  }
}
