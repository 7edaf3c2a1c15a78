package dev.elbow.plugin.metric.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.metric.latent.AggregateMmdOptions.Bandwidth;
import dev.elbow.plugin.metric.latent.AggregateMmdOptions.Kernel;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.tck.KnownModel;
import dev.elbow.tck.LinearGaussian;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The figures of a linear-Gaussian model, all of which are known in closed form. */
class LinearGaussianLatentTest {
  private static final LinearGaussian LAW = LinearGaussian.of(3).withPosterior(0.3, 1.3);
  private static final KnownModel MODEL = KnownModel.of(LAW, 31).withSizes(50, 4000);

  private static Measurement measured(Metric metric) {
    return metric.measure(MODEL).get(0);
  }

  private static void assertMeets(Measurement measured, double expected) {
    assertThat(measured.value())
        .isCloseTo(expected, within(4 * measured.standardError().getAsDouble()));
  }

  private static Metric mutualInformation(int examples) {
    return new MutualInformationMetric(new MutualInformationOptions(examples));
  }

  @Test
  void theMutualInformationIsThatOfTheGaussianChannel() {
    Measurement measured = measured(mutualInformation(3000));
    assertMeets(measured, LAW.mutualInformation());
    assertThat(measured.standardError().getAsDouble()).isLessThan(0.03);
  }

  @Test
  void fewExamplesKnowLessThanTheLogarithmOfTheirNumber() {
    Measurement few = measured(mutualInformation(3));
    assertThat(few.value()).isLessThanOrEqualTo(Math.log(3)).isLessThan(LAW.mutualInformation());
    assertThat(few.settings()).containsEntry("logN", "1.099").containsEntry("examples", "3");
    assertThat(few.bound().orElseThrow().holds()).isTrue();
  }

  @Test
  void theCovarianceIsThatOfTheAggregatePosterior() {
    double logs = Arrays.stream(LAW.aggregateVariance()).map(Math::log).sum();
    assertMeets(measured(new CovarianceMetric()), logs / 3);
  }

  /** Var log det S is near 2 d / n for a Gaussian. */
  @Test
  void theErrorOfTheCovarianceIsThatOfAGaussian() {
    double error = measured(new CovarianceMetric()).standardError().getAsDouble();
    double expected = Math.sqrt(2 * 3 / 4000.0) / 3;
    assertThat(error).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void moreDimensionsThanExamplesAreSingular() {
    KnownModel small = MODEL.withSizes(3, 3);
    Measurement measured = new CovarianceMetric().measure(small).get(0);
    assertThat(measured.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(measured.settings()).containsKey("note");
  }

  /** The mean varies by |w_i|^2 / (sigma^2 + |w_i|^2): 16/17, 8/9, and 0 of what is not used. */
  @Test
  void theUnitsThatTheModelUsesAreActive() {
    Measurement measured = measured(new ActiveUnitsMetric(new ActiveUnitsOptions(0.01)));
    assertThat(measured.value()).isEqualTo(2);
    assertThat(measured.unit()).isEqualTo("of 3 dimensions");
    double[] expected = {16 / 17.0, 8 / 9.0, 0};
    for (int i = 0; i < 3; i++) {
      double error = expected[i] * Math.sqrt(2 / 4000.0);
      assertThat(measured.components().get(i)).isCloseTo(expected[i], within(4 * error + 1e-12));
    }
    assertThat(measured(new ActiveUnitsMetric(new ActiveUnitsOptions(1.1))).value()).isZero();
  }

  @Test
  void theKlOfEachDimensionIsThatOfItsGaussian() {
    Measurement measured = measured(new KlPerDimensionMetric());
    double[] expected = LAW.meanKl();
    assertMeets(measured, Arrays.stream(expected).sum());
    double error = measured.standardError().getAsDouble();
    for (int i = 0; i < 3; i++) {
      assertThat(measured.components().get(i)).isCloseTo(expected[i], within(4 * error));
    }
    assertThat(measured.components().stream().mapToDouble(c -> c).sum())
        .isCloseTo(measured.value(), within(1e-9));
  }

  /** E exp(-|u|^2 / 2) for u ~ N(mean, diag variance), each dimension on its own. */
  private static double meanKernel(double mean, double[] variance) {
    return Arrays.stream(variance)
        .map(v -> Math.exp(-mean * mean / (2 * (1 + v))) / Math.sqrt(1 + v))
        .reduce(1, (a, b) -> a * b);
  }

  @Test
  void theDiscrepancyIsThatOfAggregatePosteriorAndPrior() {
    double[] variance = LAW.aggregateVariance();
    double exact =
        meanKernel(0, Arrays.stream(variance).map(v -> 2 * v).toArray())
            + meanKernel(0, new double[] {2, 2, 2})
            - 2
                * meanKernel(
                    LAW.aggregateMean(), Arrays.stream(variance).map(v -> v + 1).toArray());
    AggregateMmdOptions options = new AggregateMmdOptions(Kernel.RBF, Bandwidth.FIXED, 1, 1, 0);
    Measurement measured = measured(new AggregateMmdMetric(options));
    assertMeets(measured, exact);
    assertThat(measured.value()).isGreaterThan(5 * measured.standardError().getAsDouble());
    assertThat(measured.settings())
        .containsEntry("kernel", "exp(-r^2 / 2.0), sigma = 1.0")
        .containsEntry("estimator", "unbiased")
        .containsEntry("examples", "4000");
  }

  @Test
  void whatNeedsADensityIsRefusedWithoutOne() {
    for (Metric metric : new Metric[] {new KlPerDimensionMetric(), mutualInformation(10)}) {
      assertThatThrownBy(() -> metric.measure(MODEL.withoutDensities()))
          .isInstanceOf(InputException.class);
    }
  }
}
