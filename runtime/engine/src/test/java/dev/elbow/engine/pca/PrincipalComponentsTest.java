package dev.elbow.engine.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Binarization;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
  private static DataSplits clothes;
  private static PrincipalComponents ofClothes;

  @TempDir private Path folder;

  @BeforeAll
  static void analyse() {
    DataOptions options =
        new DataOptions(
            Optional.of("fashion-mnist-sample"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Binarization.NONE,
            0,
            Optional.of(150),
            0);
    clothes = DataSplits.open(options, Experiments.NO_FOLDER, 1);
    ofClothes = PrincipalComponents.of(clothes.train(), 30);
  }

  @Test
  void variancesAndDirectionsOfTwoFeaturesAreTheClosedForm() {
    Split split =
        Grey.split(
            folder, new int[] {0, 0}, new int[] {255, 51}, new int[] {51, 255}, new int[] {204, 0});
    // In units of 51: (0, 0), (5, 1), (1, 5), (4, 0); mean (2.5, 1.5).
    double a = (6.25 + 6.25 + 2.25 + 2.25) / 4 / 25;
    double b = (3.75 - 1.25 - 5.25 - 2.25) / 4 / 25;
    double c = (2.25 + 0.25 + 12.25 + 2.25) / 4 / 25;
    double root = Math.sqrt((a - c) * (a - c) / 4 + b * b);
    double largest = (a + c) / 2 + root;
    double smallest = (a + c) / 2 - root;

    PrincipalComponents pca = PrincipalComponents.of(split, 1);
    assertThat(pca.variances()[0]).isEqualTo(largest, within(1e-7));
    assertThat(pca.variances()[1]).isEqualTo(smallest, within(1e-7));
    assertThat(pca.varianceKept(1)).isEqualTo(largest / (a + c), within(1e-7));
    assertThat(pca.meanSquaredErrors(split, 1)[0]).isEqualTo(smallest / 2, within(1e-7));
    // The direction (b, largest - a), through the mean.
    float[] back = pca.reconstruct(new float[] {0, 0}, 1);
    double slope = (largest - a) / b;
    assertThat((back[1] - 0.3) / (back[0] - 0.5)).isEqualTo(slope, within(1e-5));
  }

  @Test
  void imagesOnALineComeBackFromOneComponent() {
    Split split =
        Grey.split(folder, new int[] {0, 255, 7}, new int[] {50, 155, 7}, new int[] {100, 55, 7});

    PrincipalComponents pca = PrincipalComponents.of(split, 1);
    assertThat(pca.meanSquaredErrors(split, 1)[0]).isEqualTo(0, within(1e-14));
    assertThat(pca.varianceKept(1)).isEqualTo(1, within(1e-12));
    assertThat(pca.reconstruct(new float[] {50 / 255f, 155 / 255f, 7 / 255f}, 1))
        .containsExactly(new float[] {50 / 255f, 155 / 255f, 7 / 255f}, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30})
  void theErrorOnTheTrainingSetIsTheSumOfTheOtherEigenvalues(int components) {
    double[] variances = ofClothes.variances();
    double left = Arrays.stream(variances, components, variances.length).sum();

    assertThat(ofClothes.meanSquaredErrors(clothes.train(), components)[0])
        .isEqualTo(left / 784, within(1e-14));
  }

  @Test
  void theErrorsAreThoseOfTheReconstructions() {
    Split test = clothes.test();
    float[] pixels = test.batch(IntStream.range(0, test.size()).toArray(), 0).pixels();
    double[] errors = ofClothes.meanSquaredErrors(test, 20, 3);
    for (int c = 0; c < 2; c++) {
      float[] back = ofClothes.reconstruct(pixels, c == 0 ? 20 : 3);
      double sum = 0;
      for (int i = 0; i < pixels.length; i++) {
        sum += (pixels[i] - (double) back[i]) * (pixels[i] - (double) back[i]);
      }
      assertThat(errors[c]).isEqualTo(sum / pixels.length, within(1e-9));
    }
    assertThat(errors[0]).isLessThan(errors[1]);
  }

  @Test
  void theCovarianceIsThatOfPlainLoops() {
    Split train = clothes.train();
    float[] x = train.batch(IntStream.range(0, 150).toArray(), 0).pixels();
    Covariance found = Covariance.of(train);
    for (int i = 100; i < 784; i += 97) {
      for (int j = 30; j < 784; j += 83) {
        double meanI = 0;
        double meanJ = 0;
        double product = 0;
        for (int n = 0; n < 150; n++) {
          meanI += x[n * 784 + i] / 150.0;
          meanJ += x[n * 784 + j] / 150.0;
          product += x[n * 784 + i] * (double) x[n * 784 + j] / 150;
        }
        assertThat(found.mean()[i]).isEqualTo(meanI, within(1e-13));
        assertThat(found.matrix()[i][j]).isEqualTo(product - meanI * meanJ, within(1e-13));
      }
    }
  }

  @Test
  void theBitsDoNotDependOnTheNumberOfThreads() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      Covariance there = pool.submit(() -> Covariance.of(clothes.train())).get();
      assertThat(there.matrix()).isDeepEqualTo(Covariance.of(clothes.train()).matrix());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void imagesThatAreAllTheSameHaveNoVariance() {
    Split split = Grey.split(folder, new int[] {9, 3}, new int[] {9, 3}, new int[] {9, 3});

    PrincipalComponents pca = PrincipalComponents.of(split, 2);
    assertThat(pca.variances()).containsOnly(0);
    assertThat(pca.varianceKept(1)).isEqualTo(1);
    assertThat(pca.meanSquaredErrors(split, 1)[0]).isZero();
  }

  @Test
  void moreComponentsThanThereAreAreRefused() {
    assertThatThrownBy(() -> PrincipalComponents.of(clothes.train(), 150))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected from 1 to 149 components")
        .hasMessageContaining("found 150");
    assertThatThrownBy(() -> PrincipalComponents.of(clothes.train(), 0))
        .isInstanceOf(InputException.class);
  }

  @Test
  void imagesOfTooManyFeaturesAreRefused() {
    int[] wide = new int[PrincipalComponents.MOST_FEATURES + 1];

    assertThatThrownBy(() -> PrincipalComponents.of(Grey.split(folder, wide, wide, wide), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found 4097");
  }
}
