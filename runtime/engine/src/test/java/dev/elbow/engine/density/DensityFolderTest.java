package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.evaluation.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityFolderTest {
  private static final DensityKind KIND = DensityKind.mixture(3, CovarianceKind.FULL);

  @TempDir private Path run;
  private final List<String> remarks = new ArrayList<>();
  private final FitProgress progress =
      new FitProgress() {
        @Override
        public void remark(String text) {
          remarks.add(text);
        }
      };
  private Path file;

  @BeforeEach
  void keepOne() {
    folder(10).keep(density());
    file = run.resolve("density").resolve("mixture-3.json");
  }

  private DensityFolder folder(long step) {
    return new DensityFolder(run, step, progress);
  }

  private static FittedDensity density() {
    return new FittedDensity(
        KIND,
        new Draws(1).mixture(3, 2),
        new Estimate(-2.5, 0.1),
        new Estimate(-2.75, Double.NaN),
        70,
        12,
        true,
        0.5);
  }

  @Test
  void whatIsFoundIsWhatWasKeptToTheLastBit() {
    FittedDensity found = folder(10).find(KIND).orElseThrow();

    GaussianMixture kept = density().mixture();
    assertThat(found.mixture().weights()).isEqualTo(kept.weights());
    assertThat(found.mixture().means()).isDeepEqualTo(kept.means());
    assertThat(found.mixture().covariances()[2]).isDeepEqualTo(kept.covariances()[2]);
    FittedDensity expected = density();
    assertThat(found)
        .isEqualTo(
            new FittedDensity(
                KIND,
                found.mixture(),
                expected.train(),
                expected.heldOut(),
                expected.codes(),
                expected.iterations(),
                expected.converged(),
                expected.seconds()));
    assertThat(remarks).isEmpty();
  }

  @Test
  void aDensityOfAnotherCheckpointIsNotUsed() {
    assertThat(folder(11).find(KIND)).isEmpty();
    assertThat(remarks).isEmpty();
  }

  @Test
  void eachKindHasAFileOfItsOwn() {
    assertThat(folder(10).find(DensityKind.mixture(4, CovarianceKind.FULL))).isEmpty();
    assertThat(folder(10).find(DensityKind.mixture(3, CovarianceKind.DIAGONAL))).isEmpty();
    assertThat(folder(10).find(DensityKind.gaussian())).isEmpty();
    assertThat(DensityKind.mixture(3, CovarianceKind.DIAGONAL).name())
        .isEqualTo("mixture-3-diagonal");
    assertThat(DensityKind.gaussian().name()).isEqualTo("gaussian");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"format\" : 1', '\"format\" : 2'",
    "'\"weights\"', '\"wights\"'",
    "'\"density\" : \"mixture-3\"', '\"density\" : \"mixture-4\"'",
    "'\"seconds\" : 0.5', '\"seconds\" : \"long\"'",
    "'\"means\" : [', '\"means\" : [ [ 1, 2 ],'",
    "'\"means\" : [ [', '\"means\" : [ [ 1,'",
    "'\"covariances\" : [ [ [', '\"covariances\" : [ [ [ -'",
    "'\"step\" : 10,', '\"step\" : 10'",
    "'{', ''"
  })
  void aDamagedFileIsRemarkedOnAndPassedOver(String good, String bad) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(good);
    int at = text.indexOf(good);
    Files.writeString(file, text.substring(0, at) + bad + text.substring(at + good.length()));

    assertThat(folder(10).find(KIND)).isEmpty();
    assertThat(remarks).hasSize(1);
    assertThat(remarks.get(0)).contains(file.toString(), "is damaged", "fitted anew");
  }

  @Test
  void anEmptyFileIsDamaged() throws IOException {
    Files.writeString(file, "");

    assertThat(folder(10).find(KIND)).isEmpty();
    assertThat(remarks).hasSize(1);
  }

  @Test
  void whereNothingCanBeWrittenTheDensityIsNotKeptAndTheWorkGoesOn() throws IOException {
    Files.delete(file);
    Files.delete(file.getParent());
    Files.writeString(file.getParent(), "in the way");

    folder(10).keep(density());
    assertThat(remarks).hasSize(1);
    assertThat(remarks.get(0)).contains("the density is not kept");
    assertThat(folder(10).find(KIND)).isEmpty();
  }
}
