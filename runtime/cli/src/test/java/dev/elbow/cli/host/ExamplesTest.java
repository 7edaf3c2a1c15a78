package dev.elbow.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.ExperimentHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations of the distribution resolve with the plugins of the distribution. */
class ExamplesTest {
  private static final Path FOLDER = Path.of("..", "..", "distribution", "src", "examples");
  private static final Engine ENGINE = BundledEngine.create();

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsValidAndNamedAsItsFile(Path file) {
    ExperimentHeader header = ENGINE.reader().read(file, List.of());

    assertThat(header.name() + ".yaml").isEqualTo(file.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theOverridesInItsCommentsAreValidToo(Path file) throws IOException {
    List<String> overrides =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("#") && line.contains("--set "))
            .map(
                line -> line.replaceFirst(".*--set (?:'([^']+)'|(\\S+?)[.]?(?:\\s.*)?$).*", "$1$2"))
            .toList();

    assertThat(overrides).isNotEmpty();
    for (String override : overrides) {
      assertThat(ENGINE.reader().read(file, List.of(override))).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theRhoVaeExamplesAreThePapersSetting(Path file) {
    ExperimentHeader header = ENGINE.reader().read(file, List.of());
    if (!header.name().startsWith("rho-vae")) {
      return;
    }
    assertThat(header.latent()).isEqualTo(5);
    assertThat(header.training().epochs()).isEqualTo(15);
    assertThat(header.training().batch()).isEqualTo(128);
    assertThat(header.training().optimizer().learningRate().value()).isEqualTo(1e-3);
    assertThat(header.resolved().get("model").toString())
        .contains("type=ar1", "type=bernoulli", "hidden=[400]");
  }

  @Test
  void theQuickStartNeedsNoDownload() {
    ExperimentHeader header =
        ENGINE.reader().read(QuickStart.text(), QuickStart.NAME, List.of("model.posterior=ar1"));

    assertThat(header.name()).isEqualTo("quick-start");
    assertThat(header.data().dataset()).contains("fashion-mnist-sample");
  }
}
