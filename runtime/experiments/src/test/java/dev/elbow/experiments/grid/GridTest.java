package dev.elbow.experiments.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.configuration.MapNode;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final String FILE =
      """
      name: tiny
      base:
        data: {dataset: mnist}
        model: {latent: 5, posterior: diagonal}
        training: {epochs: 15}
      axes:
        data:
          mnist: {title: MNIST}
          fashion: {data.dataset: fashion-mnist}
        model:
          plain: {}
          wide: {model.latent: 20, training.epochs: 30, metrics: [probe]}
          pca: {command: pca}
      exclude:
        - {where: {data: fashion, model: wide}, why: It takes long.}
      seeds: [1, 2]
      metrics: [elbo]
      sizes:
        quick:
          note: Less.
          set: {training.epochs: 1}
          seeds: [7]
          metrics: [covariance]
          adjust:
            - {where: {model: wide}, set: {data.limit: 10}, seeds: [8, 9]}
        default: {only: [{data: mnist}]}
      """;

  private static Experiment experiment(String yaml) {
    return ExperimentFile.read(yaml, "tiny.yaml", Path.of("/files"));
  }

  private static List<Cell> cells(String yaml, String size) {
    Experiment experiment = experiment(yaml);
    return new Grid(experiment, experiment.size(size)).cells();
  }

  private static Cell cell(String size, String name) {
    return cells(FILE, size).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static String at(Cell cell, String section, String key) {
    return ((MapNode) cell.configuration().get(section)).get(key).toString();
  }

  @Test
  void everyCombinationWithEverySeedIsACellNamedForItsCoordinates() {
    assertThat(cells(FILE, "quick"))
        .extracting(Cell::name)
        .containsExactly(
            "mnist-plain-seed7",
            "mnist-wide-seed8",
            "mnist-wide-seed9",
            "mnist-pca-seed7",
            "fashion-plain-seed7",
            "fashion-pca-seed7");
  }

  @Test
  void aCellThatDrawsNothingHasOneSeed() {
    assertThat(cells(FILE, "default"))
        .extracting(Cell::name)
        .containsExactly(
            "mnist-plain-seed1",
            "mnist-plain-seed2",
            "mnist-wide-seed1",
            "mnist-wide-seed2",
            "mnist-pca-seed1");
    assertThat(cell("default", "mnist-pca-seed1").command()).isEqualTo(CellCommand.PCA);
  }

  @Test
  void overridesComeFromTheAxesThenTheSizeThenItsAdjustments() {
    Cell wide = cell("quick", "mnist-wide-seed8");

    assertThat(at(wide, "model", "latent")).isEqualTo("20");
    assertThat(at(wide, "model", "posterior")).isEqualTo("diagonal");
    assertThat(at(wide, "training", "epochs")).isEqualTo("1");
    assertThat(at(wide, "data", "limit")).isEqualTo("10");
    assertThat(wide.configuration().get("seed").toString()).isEqualTo("8");
    assertThat(at(cell("quick", "fashion-plain-seed7"), "data", "dataset"))
        .isEqualTo("fashion-mnist");
  }

  @Test
  void metricsAreTheExperimentsOrTheSizesOrTheAxiss() {
    assertThat(cell("default", "mnist-plain-seed1").metrics()).hasToString("[elbo]");
    assertThat(cell("quick", "mnist-plain-seed7").metrics()).hasToString("[covariance]");
    assertThat(cell("quick", "mnist-wide-seed8").metrics()).hasToString("[probe]");
  }

  @Test
  void aCommandLineNarrowsASize() {
    Experiment experiment = experiment(FILE);
    Size narrowed =
        experiment
            .size("default")
            .narrowed(experiment.selector(List.of("model=plain,pca", "data=mnist"), "--only"));

    assertThat(new Grid(experiment, narrowed).cells())
        .extracting(Cell::name)
        .containsExactly("mnist-plain-seed1", "mnist-plain-seed2", "mnist-pca-seed1");
  }

  @Test
  void aWrongValueOfAnAxisIsRefusedAtItsPlaceWithTheNearestName() {
    assertThatThrownBy(() -> experiment(FILE.replace("model: wide}, why", "model: wode}, why")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.place()).startsWith("tiny.yaml:15:");
              assertThat(e.fix()).contains("Did you mean wide?");
            });
  }

  @Test
  void aWrongKeyIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> experiment(FILE.replace("exclude:", "exclud:")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.place()).isEqualTo("tiny.yaml:14:1");
              assertThat(e.fix()).startsWith("Did you mean exclude?");
            });
  }

  @Test
  void anOverrideThroughAScalarIsRefusedAtItsPlace() {
    String yaml = FILE.replace("plain: {}", "plain: {model.latent.size: 3}");

    assertThatThrownBy(() -> cells(yaml, "default"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("model.latent")
        .hasMessageContaining("tiny.yaml:11");
  }

  @Test
  void twoCellsOfOneNameAreRefused() {
    String yaml =
        """
        name: twins
        base: {}
        axes:
          a: {x: {}, x-y: {}}
          b: {y-z: {}, z: {}}
        """;

    assertThatThrownBy(() -> cells(yaml, "default"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two cells are called x-y-z-seed42");
  }

  @Test
  void aSizeThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> experiment(FILE).size("huge"))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.fix()).contains("quick, default"));
  }

  @Test
  void jarsAreFoundFromTheFile() {
    Experiment experiment = experiment("plugins: [jars/a.jar]\n" + FILE);

    assertThat(experiment.plugins()).containsExactly(Path.of("/files/jars/a.jar"));
  }
}
