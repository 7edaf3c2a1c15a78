package dev.elbow.plugin.metric.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import dev.elbow.tck.KnownModel;
import dev.elbow.tck.LinearGaussian;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of a linear-Gaussian model, all of which are known in closed form. */
class LinearGaussianLikelihoodTest {
  private static final LinearGaussian LAW = LinearGaussian.of(3).withPosterior(0.3, 1.3);
  private static final KnownModel MODEL = KnownModel.of(LAW, 21).withSizes(50, 3000);

  private static Map<String, Measurement> measured(Metric metric, TrainedModel model) {
    return metric.measure(model).stream()
        .collect(Collectors.toMap(Measurement::name, Function.identity()));
  }

  private static Map<String, Measurement> elbo(int samples, TrainedModel model) {
    return measured(new ElboMetric(new ElboOptions(ExampleSet.TEST, samples)), model);
  }

  private static Map<String, Measurement> importance(int samples, TrainedModel model) {
    ImportanceOptions options = new ImportanceOptions(samples, ExampleSet.TEST, 0, 500);
    return measured(new ImportanceMetric(options), model);
  }

  private static Measurement bits(TrainedModel model) {
    Metric metric = new BitsPerDimensionMetric(new BitsPerDimensionOptions(ExampleSet.TEST));
    return metric.measure(model).get(0);
  }

  private static void assertMeets(Measurement measured, double expected) {
    assertThat(measured.value())
        .isCloseTo(expected, within(4 * measured.standardError().getAsDouble()));
  }

  private static double meanKl() {
    return Arrays.stream(LAW.meanKl()).sum();
  }

  @Test
  void theNegativeElboIsTheLikelihoodLessTheGap() {
    assertMeets(elbo(1, MODEL).get("test.negativeElbo"), LAW.gap() - LAW.meanLogLikelihood());
  }

  @Test
  void theTermsAddUpToTheNegativeElbo() {
    Map<String, Measurement> terms = elbo(1, MODEL);
    assertMeets(terms.get("test.kl"), meanKl());
    assertMeets(terms.get("test.reconstruction"), LAW.gap() - LAW.meanLogLikelihood() - meanKl());
    double sum = terms.get("test.kl").value() + terms.get("test.reconstruction").value();
    assertThat(sum).isCloseTo(terms.get("test.negativeElbo").value(), within(1e-9));
  }

  /** For the same examples the mean over many draws approaches the exact ELBO of each. */
  @Test
  void moreDrawsComeCloserToTheElboOfTheseExamples() {
    double exact = LAW.gap() - meanLikelihoodOf(MODEL);
    double one = elbo(1, MODEL).get("test.negativeElbo").value();
    double many = elbo(100, MODEL).get("test.negativeElbo").value();
    double deviation = Math.sqrt(LAW.shape().features() / 2.0) * 3;
    assertThat(one).isCloseTo(exact, within(4 * deviation / Math.sqrt(3000)));
    assertThat(many).isCloseTo(exact, within(4 * deviation / Math.sqrt(3000 * 100)));
  }

  private static double meanLikelihoodOf(KnownModel model) {
    var pixels = model.test().pixels();
    return IntStream.range(0, pixels.rows())
        .mapToDouble(r -> model.law().logLikelihood(pixels.row(r)))
        .average()
        .orElseThrow();
  }

  @Test
  void aModelWithoutDensitiesHasItsReconstructionAlone() {
    Map<String, Measurement> terms = elbo(1, MODEL.withoutDensities());
    assertThat(terms.keySet()).containsExactly("test.reconstruction");
    assertThat(terms.get("test.reconstruction").settings().get("note"))
        .isEqualTo("no ELBO: the posterior states no density");
  }

  @Test
  void theTrueePosteriorGivesTheExactLikelihoodWithOneSample() {
    KnownModel exact = MODEL.withLaw(LinearGaussian.of(3));
    Measurement likelihood = importance(1, exact).get("test.logLikelihood");
    assertThat(likelihood.value()).isCloseTo(meanLikelihoodOf(exact), within(1e-9));
    assertMeets(likelihood, exact.law().meanLogLikelihood());
  }

  @Test
  void theEstimateRisesFromTheElboTowardsTheExactLikelihood() {
    double exact = meanLikelihoodOf(MODEL);
    double elbo = -elbo(100, MODEL).get("test.negativeElbo").value();
    double few = importance(5, MODEL).get("test.logLikelihood").value();
    double many = importance(500, MODEL).get("test.logLikelihood").value();
    assertThat(elbo).isLessThan(few);
    assertThat(few).isLessThan(many);
    assertThat(many).isCloseTo(exact, within(0.01));
  }

  /** ESS / K approaches (E w)^2 / E w^2, a product over the dimensions. */
  @Test
  void theEffectiveSampleSizeIsThatOfTheWeightsDistribution() {
    Measurement size = importance(2000, MODEL.withSizes(1, 200)).get("test.effectiveSampleSize");
    double share = 1;
    for (double square : LAW.squaredLengths()) {
      share *= shareOfDimension(square);
    }
    assertThat(size.value() / 2000).isCloseTo(share, within(0.03 * share));
    assertThat(size.unit()).isEqualTo("of 2000 samples");
  }

  /** (E w)^2 / E w^2 with w = N(u; 0, s) / N(u; shift, stretch s), by the trapezoidal rule. */
  private static double shareOfDimension(double square) {
    double s = LAW.noiseVariance() / (LAW.noiseVariance() + square);
    double second = 0;
    double step = 1e-3;
    for (double u = -12; u < 12; u += step) {
      double truth = Math.exp(-u * u / (2 * s)) / Math.sqrt(2 * Math.PI * s);
      double away = u - 0.3;
      double q = Math.exp(-away * away / (2.6 * s)) / Math.sqrt(2.6 * Math.PI * s);
      second += truth == 0 ? 0 : step * truth * truth / q;
    }
    return 1 / second;
  }

  @Test
  void theIntervalIsThatOfAMeanOverExamples() {
    Measurement likelihood = importance(5, MODEL).get("test.logLikelihood");
    double error = likelihood.standardError().getAsDouble();
    assertThat(likelihood.interval().orElseThrow().low())
        .isCloseTo(likelihood.value() - 1.96 * error, within(1e-3 * error));
    assertThat(likelihood.interval().orElseThrow().high())
        .isCloseTo(likelihood.value() + 1.96 * error, within(1e-3 * error));
    assertThat(likelihood.settings())
        .containsEntry("samples", "5")
        .containsEntry("examples", "3000");
  }

  @Test
  void whatIsNoBoundSaysSoEverywhere() {
    Bound none = Bound.none("cross-entropy of grey values");
    KnownModel model = MODEL.withBound(none).withSizes(1, 10);
    assertThat(elbo(1, model).get("test.negativeElbo").bound()).contains(none);
    assertThat(elbo(1, model).get("test.kl").bound()).isEmpty();
    assertThat(importance(3, model).get("test.logLikelihood").bound()).contains(none);
    assertThat(bits(model).bound()).contains(none);
  }

  @Test
  void bitsPerDimensionAreNatsOverTheFeaturesTimesLog2() {
    double nats = LAW.gap() - LAW.meanLogLikelihood();
    assertMeets(bits(MODEL), nats / (6 * 0.6931471805599453));
    assertThat(bits(MODEL).settings().get("offset")).contains("not added");
    assertThat(bits(MODEL.withDataValues(DataValues.BINARY)).settings())
        .doesNotContainKey("offset");
  }

  @Test
  void bitsPerDimensionOfAModelWithoutElboAreRefused() {
    assertThatThrownBy(() -> bits(MODEL.withoutDensities()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the posterior states no density");
  }

  /**
   * In the direction of w_i the posterior mean leaves sigma^2 / (sigma^2 + |w_i|^2) of what is
   * there, and the shift adds |w_i|^2 shift^2; in the others all of sigma^2 is left.
   */
  @Test
  void theReconstructionErrorIsWhatTheCodesLeaveOut() {
    Metric metric = new ReconstructionErrorMetric(new ReconstructionErrorOptions(ExampleSet.TEST));
    double noise = LAW.noiseVariance();
    double left = LAW.shape().features() * noise;
    for (double square : LAW.squaredLengths()) {
      left += noise * noise / (noise + square) - noise + square * 0.09;
    }
    assertMeets(metric.measure(MODEL).get(0), left / LAW.shape().features());
  }

  @Test
  void anExampleWithoutAFiniteValueIsToldOf() {
    double[] values = {1, Double.NEGATIVE_INFINITY, 3};
    Measurement measured = Means.of(MODEL.test(), "logLikelihood", values, Means.NATS);
    assertThat(measured.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(measured.standardError()).isEmpty();
    assertThat(measured.settings().get("note")).isEqualTo("examples without a finite value: 1");
  }
}
