package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.DataSplits;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.density.CodeDensities.Found;
import dev.elbow.engine.density.CodeDensities.Subject;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDensitiesTest {
  @TempDir private static Path temporary;
  private static OpenRun run;
  private static DataSplits data;

  private final Generator generator = new Generator();
  private final CodeDensities densities = new CodeDensities(generator);

  @BeforeAll
  static void train() {
    Path folder = temporary.resolve("run");
    Experiments.train(folder, List.of("model.posterior=diagonal"));
    run = Plugins.engine().open(folder);
    data = run.data(Experiments.NO_FOLDER);
  }

  private static Subject subject(Path folder, long step) {
    return new Subject(run.model(), () -> data, folder, step, 7);
  }

  private Found find(Path folder, long step, DensityKind kind) {
    return densities.find(subject(folder, step), kind, FitProgress.SILENT);
  }

  @Test
  void theCodesAreSamplesOfThePosteriorAndNotItsMeans() {
    Tensor samples = generator.encodeSampled(run.model(), data.train(), 40, 7);

    assertThat(samples.shape()).containsExactly(40, 3);
    assertThat(generator.encodeSampled(run.model(), data.train(), 40, 7)).isEqualTo(samples);
    assertThat(generator.encodeSampled(run.model(), data.train(), 40, 8)).isNotEqualTo(samples);
    assertThat(generator.encode(run.model(), data.train(), 40)).isNotEqualTo(samples);
  }

  @Test
  void theGaussianHasTheCodesMeansAndVariances(@TempDir Path folder) {
    int count = data.train().size();
    float[] z = generator.encodeSampled(run.model(), data.train(), count, 7).data();

    FittedDensity density = find(folder, 1, DensityKind.gaussian()).density();
    for (int j = 0; j < 3; j++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < count; i++) {
        mean += z[i * 3 + j] / (double) count;
        square += z[i * 3 + j] * (double) z[i * 3 + j] / count;
      }
      assertThat(density.mixture().means()[0][j]).isEqualTo(mean, within(1e-10));
      assertThat(density.mixture().covariances()[0][j][j])
          .isEqualTo(square - mean * mean, within(1e-10));
      assertThat(density.mixture().covariances()[0][j][(j + 1) % 3]).isZero();
    }
    assertThat(density.codes()).isEqualTo(count);
  }

  @Test
  void theFiguresAreMeanLogDensitiesOfTrainingAndTestCodes(@TempDir Path folder) {
    FittedDensity density = find(folder, 1, DensityKind.mixture(2, CovarianceKind.FULL)).density();

    Tensor test = generator.encodeSampled(run.model(), data.test(), data.test().size(), 7);
    double[] logs = density.mixture().logDensity(test);
    assertThat(density.heldOut().mean())
        .isEqualTo(Arrays.stream(logs).average().orElseThrow(), within(1e-10));
    assertThat(density.train().mean()).isGreaterThan(density.heldOut().mean() - 1);
    assertThat(density.converged()).isTrue();
  }

  @Test
  void aSecondTimeTheKeptDensityIsUsedAndTheDataAreNotAskedFor(@TempDir Path folder) {
    DensityKind kind = DensityKind.mixture(3, CovarianceKind.DIAGONAL);
    Found first = find(folder, 1, kind);
    Subject noData =
        new Subject(
            run.model(),
            () -> {
              throw new IllegalStateException("asked for data");
            },
            folder,
            1,
            7);

    Found second = densities.find(noData, kind, FitProgress.SILENT);
    assertThat(first.kept()).isFalse();
    assertThat(second.kept()).isTrue();
    assertThat(second.density().mixture().sample(20, 5))
        .isEqualTo(first.density().mixture().sample(20, 5));
  }

  @Test
  void anotherCheckpointIsFittedAnew(@TempDir Path folder) {
    find(folder, 1, DensityKind.gaussian());

    assertThat(find(folder, 2, DensityKind.gaussian()).kept()).isFalse();
    assertThat(find(folder, 2, DensityKind.gaussian()).kept()).isTrue();
    assertThat(find(folder, 1, DensityKind.gaussian()).kept()).isFalse();
  }

  @Test
  void aDensityOfCodesOfAnotherSizeIsFittedAnew(@TempDir Path folder) throws Exception {
    find(folder, 1, DensityKind.gaussian());
    Path file = folder.resolve("density").resolve("gaussian.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("\"means\" : .*", "\"means\" : [[0.0]],")
            .replaceFirst("\"covariances\" : .*", "\"covariances\" : [[[1.0]]]"));

    Found found = find(folder, 1, DensityKind.gaussian());
    assertThat(found.kept()).isFalse();
    assertThat(found.density().mixture().latent()).isEqualTo(3);
  }

  @Test
  void moreComponentsThanExamplesAreRefusedWithTheNumber(@TempDir Path folder) {
    assertThatThrownBy(() -> find(folder, 1, DensityKind.mixture(71, CovarianceKind.FULL)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected at least 71 distinct codes")
        .hasMessageContaining("found 70")
        .hasMessageContaining("--components");
    assertThat(folder).isEmptyDirectory();
  }
}
