package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.DenseGaussian.standard;
import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.assertFinite;
import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.slopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** What every Gaussian posterior must be: the Gaussian with the dense covariance it stands for. */
abstract class GaussianPosteriorSpecification extends GaussianPosteriorCase {
  private static final double EXACT = 1e-10;

  /** Latent and batch. */
  static List<Arguments> sizes() {
    return IntStream.of(1, 2, 3, 5, 8, 20)
        .boxed()
        .flatMap(latent -> Stream.of(arguments(latent, 1), arguments(latent, 4)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aSampleIsTheMeanPlusTheCholeskyFactorTimesTheNoise(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[][] expected = new double[batch][];
    Arrays.setAll(expected, i -> s.dense(i).sample(s.noise[i]));
    assertClose(s.bench.matrix(s.sample.z()), expected, EXACT);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aSampleIsScoredWithTheDenseDensity(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[] expected = s.each(i -> s.dense(i).logDensity(s.dense(i).sample(s.noise[i])));
    assertClose(s.bench.vector(s.logDensity()), expected, EXACT);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void anyPointIsScoredWithTheDenseDensity(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[][] z = normal(11, batch, latent);
    double[] expected = s.each(i -> s.dense(i).logDensity(z[i]));
    assertClose(s.bench.vector(s.logDensityAt(z)), expected, EXACT);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void theKlToTheStandardNormalIsTheDenseOne(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[] expected = s.each(i -> s.dense(i).klTo(standard(latent)));
    assertClose(s.bench.vector(s.kl()), expected, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,2", "5,1", "5,3"})
  void theDensityHasTheSlopesOfTheDenseOne(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[][] z = normal(11, batch, latent);
    double[][] expected = new double[batch][];
    Arrays.setAll(expected, i -> slopes(s.rows[i], p -> dense(latent, p).logDensity(z[i])));
    SDVariable density = s.logDensityAt(z);
    assertClose(s.bench.gradientPerExample(density, s.parameters), expected, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "2,2", "5,1", "5,3"})
  void theSampleFollowsItsParameters(int latent, int batch) {
    GaussianSetting s = setting(latent, batch);
    double[][] expected = new double[batch][];
    Arrays.setAll(
        expected, i -> slopes(s.rows[i], p -> cubes(dense(latent, p).sample(s.noise[i]))));
    SDVariable z = s.sample.z();
    SDVariable cubes = s.bench.graph().sumPerExample(z.mul(z).mul(z));
    assertClose(s.bench.gradientPerExample(cubes, s.parameters), expected, 1e-6);
  }

  private static double cubes(double[] z) {
    return Arrays.stream(z).map(v -> v * v * v).sum();
  }

  @Test
  void theCodeIsTheMean() {
    GaussianSetting s = setting(3, 2);
    double[][] means = {s.dense(0).mean(), s.dense(1).mean()};
    assertClose(s.bench.matrix(s.sample.code()), means, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theMeanOfLogQMinusLogPOverSamplesIsTheKl(int latent) {
    int samples = 200_000;
    GaussianSetting s = repeatedSetting(latent, 1, samples);
    SDVariable logP = s.bench.graph().standardNormalLogDensity(s.sample.z());
    double[] ratios = s.bench.vector(s.logDensity().sub(logP));
    double expected = s.dense(0).klTo(standard(latent));
    assertThat(Numbers.mean(ratios)).isCloseTo(expected, within(4 * Numbers.standardError(ratios)));
  }

  /** The standard error of an empirical covariance is sqrt((C_ii C_jj + C_ij^2) / n). */
  @Test
  void samplesHaveTheDenseCovariance() {
    int samples = 100_000;
    int latent = 5;
    GaussianSetting s = repeatedSetting(latent, 1, samples);
    double[][] z = s.bench.matrix(s.sample.z());
    double[] mean = s.dense(0).mean();
    double[][] c = s.dense(0).covariance();
    for (int i = 0; i < latent; i++) {
      for (int j = 0; j <= i; j++) {
        int a = i;
        int b = j;
        double found = Stream.of(z).mapToDouble(r -> (r[a] - mean[a]) * (r[b] - mean[b])).sum();
        double error = Math.sqrt((c[i][i] * c[j][j] + c[i][j] * c[i][j]) / samples);
        assertThat(found / samples)
            .describedAs("C_%d%d", i, j)
            .isCloseTo(c[i][j], within(5 * error));
      }
    }
  }

  @Test
  void theDensityOverTheLineIntegratesToOne() {
    assertThat(integral(Numbers.line(20, 0.05), 0.05)).isCloseTo(1, within(1e-9));
  }

  @Test
  void theDensityOverThePlaneIntegratesToOne() {
    double[] line = Numbers.concat(Numbers.line(10, 0.125));
    double[][] grid =
        Arrays.stream(line)
            .boxed()
            .flatMap(a -> Arrays.stream(line).mapToObj(b -> new double[] {a, b}))
            .toArray(double[][]::new);
    assertThat(integral(grid, 0.125 * 0.125)).isCloseTo(1, within(1e-9));
  }

  /** The parameters are small, so that the grid is fine and wide against the deviations. */
  private double integral(double[][] grid, double cell) {
    int latent = grid[0].length;
    GaussianSetting s = repeatedSetting(latent, 0.3, grid.length);
    double[] logDensities = s.bench.vector(s.logDensityAt(grid));
    return Arrays.stream(logDensities).map(Math::exp).sum() * cell;
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void extremeParametersGiveFiniteValuesAndGradients(DataType dataType) {
    int latent = 3;
    double[][] rows =
        DoubleStream.of(-1e3, -50, 50, 1e3)
            .mapToObj(v -> Numbers.filled(count(latent), v))
            .toArray(double[][]::new);
    GaussianSetting s = setting(latent, rows, dataType);
    SDVariable z = s.sample.z();
    SDVariable total = s.bench.graph().sumPerExample(z);
    assertFinite(s.bench.matrix(z));
    for (SDVariable y :
        new SDVariable[] {total, s.logDensity(), s.kl(), s.logDensityAt(normal(1, 4, latent))}) {
      assertFinite(s.bench.vector(y));
      assertFinite(s.bench.gradientPerExample(y, s.parameters));
    }
  }
}
