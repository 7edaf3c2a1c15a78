package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.prior.standardnormal.StandardNormalPriorFactory;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Prior;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

class StandardNormalPriorTest {
  private final Workbench bench = new Workbench();

  private static Prior prior(int latent) {
    return new StandardNormalPriorFactory()
        .create(new NoOptions(), new ModelContext(latent, DataShape.vector(4), DataValues.REAL));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,1", "5,4", "20,2"})
  void itsDensityIsTheClosedForm(int latent, int batch) {
    double[][] z = normal(1, batch, latent);
    double[] expected = new double[batch];
    Arrays.setAll(
        expected,
        i -> Arrays.stream(z[i]).map(v -> -0.5 * v * v - 0.5 * Math.log(2 * Math.PI)).sum());
    SDVariable at = bench.input("z", z);
    SDVariable density = prior(latent).logDensity(bench.graph(), at).orElseThrow();
    assertClose(bench.vector(density), expected, 1e-13);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "5,4"})
  void theSlopeOfItsDensityIsMinusZ(int latent, int batch) {
    double[][] z = normal(1, batch, latent);
    SDVariable at = bench.input("z", z);
    SDVariable density = prior(latent).logDensity(bench.graph(), at).orElseThrow();
    double[][] expected = new double[batch][];
    Arrays.setAll(expected, i -> Numbers.map(z[i], v -> -v));
    assertClose(bench.gradientPerExample(density, at), expected, 1e-13);
  }

  @Test
  void aSampleIsItsNoise() {
    double[][] noise = normal(1, 3, 4);
    SDVariable sample = prior(4).sample(bench.graph());
    bench.feedNoise("z", noise);
    assertThat(bench.matrix(sample)).isDeepEqualTo(noise);
  }

  /** Standard errors with n samples: 1/sqrt(n) of means and covariances, sqrt(2/n) of variances. */
  @Test
  void samplesHaveMeanZeroAndCovarianceOne() {
    int samples = 100_000;
    SDVariable sample = prior(3).sample(bench.graph());
    bench.drawNoise(samples, 1, 0);
    double[][] z = bench.matrix(sample);
    double error = 1 / Math.sqrt(samples);
    for (int i = 0; i < 3; i++) {
      int a = i;
      double mean = Arrays.stream(z).mapToDouble(r -> r[a]).sum() / samples;
      assertThat(mean).isCloseTo(0, within(4.5 * error));
      for (int j = 0; j <= i; j++) {
        int b = j;
        double moment = Arrays.stream(z).mapToDouble(r -> r[a] * r[b]).sum() / samples;
        assertThat(moment)
            .describedAs("E z_%d z_%d", i, j)
            .isCloseTo(i == j ? 1 : 0, within(4.5 * error * (i == j ? Math.sqrt(2) : 1)));
      }
    }
  }

  @Test
  void aClosedFormKlMaySeeTheStandardNormal() {
    assertThat(prior(3).gaussian(bench.graph())).contains(DiagonalGaussian.standard());
  }
}
