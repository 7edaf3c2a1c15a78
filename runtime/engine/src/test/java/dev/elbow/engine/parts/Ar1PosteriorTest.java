package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.concat;
import static dev.elbow.engine.parts.Numbers.filled;
import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.slopes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.posterior.ar1.Ar1Options;
import dev.elbow.plugin.posterior.ar1.Ar1Options.Scale;
import dev.elbow.plugin.posterior.ar1.Ar1PosteriorFactory;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions.Spread;
import dev.elbow.plugin.posterior.diagonal.DiagonalPosteriorFactory;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.option.Range;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Parameters mu_1 .. mu_d, r, log s (or log s_1 .. log s_d): rho = maxCorrelation tanh r. */
class Ar1PosteriorTest {
  private static final double MAX = 0.999;

  @Nested
  class WithOneVariance extends GaussianPosteriorSpecification {
    @Override
    Posterior posterior(PartContext context) {
      return ar1(Scale.SHARED, MAX, context);
    }

    @Override
    DenseGaussian dense(int latent, double[] parameters) {
      double s = Math.exp(parameters[latent + 1]);
      return meaning(latent, parameters, filled(latent, s));
    }
  }

  @Nested
  class WithAVariancePerDimension extends GaussianPosteriorSpecification {
    @Override
    Posterior posterior(PartContext context) {
      return ar1(Scale.PER_DIMENSION, MAX, context);
    }

    @Override
    DenseGaussian dense(int latent, double[] parameters) {
      double[] logs = Arrays.copyOfRange(parameters, latent + 1, 2 * latent + 1);
      return meaning(latent, parameters, Numbers.map(logs, Math::exp));
    }
  }

  private static DenseGaussian meaning(int latent, double[] parameters, double[] variances) {
    double rho = MAX * Math.tanh(parameters[latent]);
    return DenseGaussian.autoregressive(Arrays.copyOf(parameters, latent), rho, variances);
  }

  private static Posterior ar1(Scale scale, double max, PartContext context) {
    return new Ar1PosteriorFactory().create(new Ar1Options(scale, max), context);
  }

  private static PartContext context(int latent) {
    return new ModelContext(latent, DataShape.vector(4), DataValues.REAL);
  }

  private static LatentSample sample(Workbench bench, int latent, double max, double[]... rows) {
    SDVariable parameters = bench.input("parameters", rows);
    bench.feedNoise("epsilon", normal(7, rows.length, latent));
    return ar1(Scale.SHARED, max, context(latent)).sample(bench.graph(), parameters);
  }

  @ParameterizedTest
  @CsvSource({"SHARED, 9", "PER_DIMENSION, 15"})
  void itAsksTheEncoderForTheMeansOneCorrelationAndTheVariances(Scale scale, int count) {
    assertThat(ar1(scale, MAX, context(7)).parameterCount()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20})
  void theLogDeterminantOfTheCorrelationIsThatOfTheDenseMatrix(int latent) {
    double[] mean = new double[latent];
    Workbench bench = new Workbench();
    double[][] rows = {concat(mean, new double[] {0.7, 2}), concat(mean, new double[] {-1.5, 2})};
    var moments = sample(bench, latent, MAX, rows).moments().orElseThrow();
    double[] expected = new double[2];
    Arrays.setAll(expected, i -> meaning(latent, rows[i], filled(latent, 1)).logDeterminant());
    assertClose(bench.vector(moments.logCorrelationDeterminant().orElseThrow()), expected, 1e-12);
  }

  @Test
  void withoutCorrelationItIsTheDiagonalPosterior() {
    double[] mean = {0.3, -1, 2};
    Workbench bench = new Workbench();
    LatentSample correlated = sample(bench, 3, MAX, concat(mean, new double[] {0, 0.4}));
    SDVariable other = bench.input("other", concat(mean, filled(3, 0.4)));
    LatentSample independent =
        new DiagonalPosteriorFactory()
            .create(new DiagonalOptions(Spread.LOG_VARIANCE), context(3))
            .sample(bench.graph(), other);
    assertClose(bench.matrix(correlated.z()), bench.matrix(independent.z()), 1e-15);
    assertClose(
        bench.vector(correlated.logDensity().orElseThrow()),
        bench.vector(independent.logDensity().orElseThrow()),
        1e-14);
  }

  @Test
  void itLearnsACorrelationFromNone() {
    double[] row = {0.3, -1, 2, 0, 0.4};
    double[] z = {1, -0.5, 0.2};
    Workbench bench = new Workbench();
    SDVariable parameters = bench.input("parameters", row);
    SDVariable at = bench.input("z", z);
    SDVariable density =
        ar1(Scale.SHARED, MAX, context(3)).logDensity(bench.graph(), parameters, at).orElseThrow();
    double[] expected = slopes(row, p -> meaning(3, p, filled(3, Math.exp(p[4]))).logDensity(z));
    double[] found = bench.gradientPerExample(density, parameters)[0];
    assertClose(found, expected, 1e-7);
    assertThat(found[3]).isNotCloseTo(0, org.assertj.core.data.Offset.offset(0.1));
  }

  @Test
  void theCorrelationOfASingleDimensionHasNoEffect() {
    Workbench bench = new Workbench();
    SDVariable parameters = bench.input("parameters", new double[] {0.3, 1.7, -0.5});
    bench.feedNoise("epsilon", new double[] {0.8});
    LatentSample sample = ar1(Scale.SHARED, MAX, context(1)).sample(bench.graph(), parameters);
    for (SDVariable y :
        new SDVariable[] {
          bench.graph().sumPerExample(sample.z()), sample.logDensity().orElseThrow()
        }) {
      assertThat(bench.gradientPerExample(y, parameters)[0][1]).isZero();
    }
  }

  /** 1 - rho^2 in single precision is what limits the correlation that the options accept. */
  @Test
  void theLargestCorrelationThatTheOptionsAcceptIsExactInSinglePrecision() {
    double max = largestAccepted();
    double[] z = {0.4, 0.5, 0.3};
    Workbench bench = new Workbench(DataType.FLOAT);
    SDVariable parameters = bench.input("parameters", new double[] {0, 0, 0, 50, 0});
    SDVariable at = bench.input("z", z);
    Posterior posterior = ar1(Scale.SHARED, max, context(3));
    SDVariable density = posterior.logDensity(bench.graph(), parameters, at).orElseThrow();
    double expected = DenseGaussian.autoregressive(new double[3], max, filled(3, 1)).logDensity(z);
    assertClose(bench.vector(density), new double[] {expected}, 1e-3);
  }

  private static double largestAccepted() {
    return Arrays.stream(Ar1Options.class.getRecordComponents())
        .filter(component -> component.getName().equals("maxCorrelation"))
        .map(component -> component.getAnnotation(Range.class))
        .mapToDouble(range -> range.maxExclusive() ? Math.nextDown(range.max()) : range.max())
        .findFirst()
        .orElseThrow();
  }
}
