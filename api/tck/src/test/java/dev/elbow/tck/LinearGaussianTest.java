package dev.elbow.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The model whose figures are known, against integrals and Monte Carlo. */
class LinearGaussianTest {
  private static final LinearGaussian LINE = LinearGaussian.of(1).withPosterior(0.4, 1.5);
  private static final float[] X = {0.1f, 0.9f, -0.4f, 1.2f, 0.5f, 0.8f};
  private static final LinearGaussian LAW = LinearGaussian.of(3).withPosterior(0.3, 1.3);
  private static final KnownModel MODEL = KnownModel.of(LAW, 9).withSizes(20_000, 4000);

  /** log of the integral of p(x|z) p(z) over z. */
  private static double integral(LinearGaussian law) {
    Grid grid = Grid.around(law.posteriorMean(X), 0.5);
    double[] joint =
        Arrays.stream(grid.points())
            .mapToDouble(z -> law.logLikelihood(X, z) + PlainGaussian.logDensity(z))
            .toArray();
    return Math.log(grid.integralOfExp(joint));
  }

  @Test
  void theLikelihoodIsTheIntegralOverTheCode() {
    assertThat(LINE.logLikelihood(X)).isCloseTo(integral(LINE), within(1e-6));
    assertThat(LinearGaussian.of(2).logLikelihood(X))
        .isCloseTo(integral(LinearGaussian.of(2)), within(1e-6));
  }

  @Test
  void theGapIsTheLikelihoodLessTheElbo() {
    Grid grid = Grid.around(LINE.posteriorMean(X), 0.5);
    double[] density = new double[grid.weights().length];
    double[] elbo = new double[density.length];
    for (int i = 0; i < density.length; i++) {
      double[] z = grid.points()[i];
      density[i] = PlainGaussian.logDensity(z, LINE.posteriorMean(X), LINE.posteriorVariance());
      elbo[i] = LINE.logLikelihood(X, z) + PlainGaussian.logDensity(z) - density[i];
    }
    double expected = LINE.logLikelihood(X) - grid.expectation(density, elbo);
    assertThat(LINE.gap()).isCloseTo(expected, within(1e-6));
  }

  @Test
  void theTruePosteriorHasNoGap() {
    assertThat(LinearGaussian.of(4).gap()).isZero();
  }

  private static void assertMean(double[] values, double expected) {
    assertThat(Statistics.mean(values))
        .isCloseTo(expected, within(4 * Statistics.standardError(values)));
  }

  @Test
  void theMeansOverTheDataAreThoseOfExamples() {
    Matrix x = MODEL.test().pixels();
    assertMean(Rows.each(x, LAW::logLikelihood), LAW.meanLogLikelihood());
    for (int i = 0; i < 3; i++) {
      int dimension = i;
      assertMean(Rows.each(x, row -> LAW.kl(row)[dimension]), LAW.meanKl()[i]);
    }
  }

  @Test
  void theAggregatePosteriorIsThatOfSampledCodes() {
    Matrix z = MODEL.sampledCodes(MODEL.train());
    for (int i = 0; i < 3; i++) {
      int dimension = i;
      double mean = LAW.aggregateMean();
      assertMean(Rows.each(z, code -> code[dimension]), mean);
      assertMean(
          Rows.each(z, code -> Math.pow(code[dimension] - mean, 2)), LAW.aggregateVariance()[i]);
    }
  }

  @Test
  void theMutualInformationIsTheMeanKlLessThatOfTheAggregate() {
    double aggregate = 0;
    for (double variance : LAW.aggregateVariance()) {
      double mean = LAW.aggregateMean();
      aggregate += 0.5 * (mean * mean + variance - 1 - Math.log(variance));
    }
    assertThat(LAW.mutualInformation())
        .isCloseTo(Arrays.stream(LAW.meanKl()).sum() - aggregate, within(1e-12));
  }

  @Test
  void importanceWeightsOfTheTruePosteriorAreAllEqual() {
    KnownModel model = KnownModel.of(LinearGaussian.of(3), 4).withSizes(10, 20);
    var scores = model.importance(model.test(), 50, 1);
    double[] exact = Rows.each(model.test().pixels(), model.law()::logLikelihood);
    assertThat(scores.logLikelihood()).containsExactly(exact, within(1e-9));
    for (double size : scores.effectiveSampleSize()) {
      assertThat(size).isCloseTo(50, within(1e-6));
    }
  }

  @Test
  void theAggregateDensityOfManyExamplesIsNearlyTheGaussian() {
    Matrix z = MODEL.sampledCodes(MODEL.test().first(200));
    double[] mixture = MODEL.aggregateLogDensity(z, MODEL.train());
    double[] mean = PlainGaussian.filled(3, LAW.aggregateMean());
    for (int r = 0; r < z.rows(); r++) {
      double exact =
          PlainGaussian.logDensity(Rows.doubles(z.row(r)), mean, LAW.aggregateVariance());
      assertThat(mixture[r]).isCloseTo(exact, within(0.5));
    }
  }

  @Test
  void theClassifierTellsTheQuarterOfTheFirstCode() {
    Matrix pixels = MODEL.test().pixels();
    Matrix probabilities = MODEL.classifier().probabilities(pixels);
    for (int r = 0; r < pixels.rows(); r++) {
      double sum = 0;
      for (float share : probabilities.row(r)) {
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
    assertThat(MODEL.classifier().accuracy()).isBetween(0.7, 0.9);
    assertThat(MODEL.classifier().features(MODEL.decode(MODEL.priorCodes(1))).row(0)[1])
        .isCloseTo(MODEL.priorCodes(1).at(0, 1), within(1e-5f));
  }

  @Test
  void moreExamplesBeginWithTheSameOnes() {
    KnownModel small = MODEL.withSizes(5, 5);
    assertThat(small.sampledCodes(MODEL.test().first(5)))
        .isEqualTo(MODEL.sampledCodes(MODEL.test()).first(5));
  }
}
