package dev.elbow.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.ExperimentFile;
import dev.elbow.experiments.grid.Grid;
import dev.elbow.experiments.run.Resolution;
import dev.elbow.spi.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiment files of the distribution resolve with its plugins: every cell of every size. */
class ReproductionTest {
  private static final Path FOLDER = Path.of("..", "..", "distribution", "src", "reproduction");
  private static final Engine ENGINE = BundledEngine.create();

  private static final Resolution RESOLUTION =
      new Resolution() {
        @Override
        public MapNode configuration(ConfigNode written) {
          return ENGINE.reader().read(written).resolved();
        }

        @Override
        public ConfigNode metric(ConfigNode written) {
          return Resolver.resolve(written, Role.METRIC, ENGINE.registry());
        }
      };

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Experiment read(String name) {
    return ExperimentFile.read(FOLDER.resolve(name + ".yaml"));
  }

  private static List<Cell> cells(Experiment experiment, String size) {
    return new Grid(experiment, experiment.size(size)).cells();
  }

  /** The posterior as published comes in a jar of its own. */
  private static boolean isBundled(Cell cell) {
    return !cell.name().contains("as-published");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCellOfEverySizeIsAValidConfigurationWithValidMetrics(Path file) {
    Experiment experiment = ExperimentFile.read(file);

    assertThat(experiment.sizes().keySet()).containsExactly("quick", "default", "full");
    assertThat(experiment.name() + ".yaml").isEqualTo(file.getFileName().toString());
    for (String size : experiment.sizes().keySet()) {
      for (Cell cell :
          cells(experiment, size).stream().filter(ReproductionTest::isBundled).toList()) {
        Cell complete = RESOLUTION.cell(cell);

        assertThat(complete.configuration().entries()).containsKeys("data", "model", "training");
      }
    }
  }

  @Test
  void theFilesAreThoseThatTheCommandNames() throws IOException {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(
            "rho-vae.yaml", "infovae.yaml", "tutorial.yaml", "balanced-elbo.yaml", "flows.yaml");
  }

  @Test
  void theFullFlowsAreThePapersSettingToTheLastOption() {
    Cell planar =
        cells(read("flows"), "full").stream()
            .filter(cell -> cell.name().equals("planar-8-seed1"))
            .findFirst()
            .orElseThrow();
    String papers =
        """
        name: planar-8-seed1
        seed: 1
        data: {dataset: mnist}
        model:
          latent: 20
          encoder: {type: mlp, hidden: [500, 500], activation: relu, output: tanh}
          posterior:
            type: flow
            base: {type: diagonal, spread: log-variance}
            flows: [{type: planar, count: 8, amortised: false}]
          prior: standard-normal
          decoder: {type: bernoulli, network: {type: mlp, hidden: [500, 500], activation: relu}}
        objective: [{type: kl, weight: 1.0}]
        training:
          epochs: 100
          batch: 128
          optimizer: {type: adam, learningRate: 1.0e-3, beta1: 0.9, beta2: 0.999, epsilon: 1.0e-8}
          checkpointEvery: 10
        """;

    assertThat(RESOLUTION.cell(planar).configuration())
        .isEqualTo(RESOLUTION.configuration(YamlReader.read(papers, "the paper")));
  }

  @Test
  void theFullRhoVaeIsThePapersSetting() {
    List<Cell> vanilla =
        cells(read("rho-vae"), "full").stream()
            .filter(cell -> cell.name().startsWith("fashion-mnist-vanilla-z5-"))
            .toList();

    assertThat(vanilla).hasSize(12);
    assertThat(vanilla).extracting(Cell::seed).containsOnly(1L, 2L, 3L);
    for (Cell cell : vanilla.stream().filter(ReproductionTest::isBundled).toList()) {
      assertThat(RESOLUTION.cell(cell).configuration().get("training").toString())
          .contains("epochs=15", "batch=128", "value=1.0e-3");
      assertThat(RESOLUTION.cell(cell).configuration().get("model").toString())
          .contains("latent=5", "hidden=[400]", "type=bernoulli");
    }
  }
}
