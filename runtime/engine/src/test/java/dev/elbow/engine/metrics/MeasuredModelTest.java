package dev.elbow.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.spi.CodeSource;
import dev.elbow.spi.Examples;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What metrics are told, held to the formulas of a diagonal Gaussian in plain Java. */
class MeasuredModelTest {
  private static final double LOG_2PI = Math.log(2 * Math.PI);
  private static OpenRun run;
  private static MeasuredModel model;
  private static Examples few;

  @BeforeAll
  static void train(@TempDir Path folder) {
    Experiments.train(
        folder.resolve("run"), List.of("model.posterior=diagonal", "training.epochs=2"));
    run = Plugins.engine().open(folder.resolve("run"));
    model = of(run);
    few = model.test().first(40);
  }

  private static MeasuredModel of(OpenRun run) {
    return new MeasuredModel(
        run.model(),
        run.data(Experiments.NO_FOLDER),
        run.moment(),
        () -> ClassifierSource.NONE.of(null));
  }

  /** Mean and log variance of each example, {@code [n, 2 latent]}. */
  private static Matrix parameters() {
    var tensor =
        new dev.elbow.engine.evaluation.Generator()
            .posteriorParameters(run.model(), ((SplitExamples) few).split(), few.size(), 0);
    return new Matrix(few.size(), 2 * model.latentSize(), tensor.data());
  }

  private static double logDensity(Matrix z, int row, Matrix parameters, int example) {
    int d = z.columns();
    double sum = 0;
    for (int i = 0; i < d; i++) {
      double logVariance = parameters.at(example, d + i);
      double difference = z.at(row, i) - parameters.at(example, i);
      sum -= 0.5 * (LOG_2PI + logVariance + difference * difference / Math.exp(logVariance));
    }
    return sum;
  }

  @Test
  void thePosteriorsDensityIsThatOfTheSampledCodes() {
    Matrix z = model.sampledCodes(few);
    Matrix parameters = parameters();
    double[] logs = model.posteriorLogDensity(few);
    for (int i = 0; i < few.size(); i++) {
      assertThat(logs[i]).isCloseTo(logDensity(z, i, parameters, i), within(2e-3));
    }
  }

  @Test
  void theAggregatePosteriorIsTheMixtureOfAllExamples() {
    Matrix z = model.sampledCodes(few);
    Matrix parameters = parameters();
    double[] logs = model.aggregateLogDensity(z, few);
    for (int i = 0; i < few.size(); i++) {
      double sum = 0;
      for (int j = 0; j < few.size(); j++) {
        sum += Math.exp(logDensity(z, i, parameters, j));
      }
      assertThat(logs[i]).isCloseTo(Math.log(sum / few.size()), within(2e-3));
    }
  }

  @Test
  void thePriorsDensityIsTheStandardNormals() {
    Matrix z = model.priorCodes(5);
    double[] logs = model.priorLogDensity(z);
    for (int i = 0; i < 5; i++) {
      double sum = 0;
      for (float value : z.row(i)) {
        sum -= 0.5 * (LOG_2PI + value * value);
      }
      assertThat(logs[i]).isCloseTo(sum, within(1e-4));
    }
  }

  @Test
  void theMarginalsOfIndependentDimensionsAddUpToTheKl() {
    Matrix marginal = model.marginalKl(few).orElseThrow();
    double[] kl = model.scores(few, 0).kl().orElseThrow();
    for (int i = 0; i < few.size(); i++) {
      double sum = 0;
      for (float value : marginal.row(i)) {
        sum += value;
      }
      assertThat(kl[i]).isCloseTo(sum, within(1e-3));
    }
  }

  @Test
  void anotherDrawIsAnotherSampleOfTheSamePosterior() {
    double[] first = model.scores(few, 0).negativeLogLikelihood();
    double[] second = model.scores(few, 1).negativeLogLikelihood();
    assertThat(second).isNotEqualTo(first);
    assertThat(model.scores(few, 1).kl().orElseThrow())
        .containsExactly(model.scores(few, 0).kl().orElseThrow());
  }

  @Test
  void theSameQuestionHasTheSameAnswerInAnotherAsking() {
    MeasuredModel other = of(run);
    assertThat(other.sampledCodes(few)).isEqualTo(model.sampledCodes(few));
    assertThat(other.generate(CodeSource.PRIOR, 7)).isEqualTo(model.generate(CodeSource.PRIOR, 7));
  }

  @Test
  void samplesOfAnAutoencoderComeFromItsFittedGaussian(@TempDir Path folder) {
    Experiments.train(
        folder.resolve("run"),
        List.of("model.posterior=point", "objective=autoencoder", "training.epochs=1"));
    MeasuredModel point = of(Plugins.engine().open(folder.resolve("run")));
    assertThat(point.generate(CodeSource.PRIOR, 7))
        .isEqualTo(point.generate(CodeSource.GAUSSIAN, 7));
    assertThat(point.marginalKl(point.test())).isEmpty();
    assertThat(point.scores(point.test(), 0).kl()).isEmpty();
    assertThatThrownBy(() -> point.posteriorLogDensity(point.test()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("METRIC-NO-DENSITY");
    assertThatThrownBy(() -> point.aggregateLogDensity(point.codes(point.test()), point.test()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("METRIC-NO-DENSITY");
  }

  @Test
  void anApplicationWithoutAClassifierSaysSo() {
    assertThatThrownBy(model::classifier).hasMessageContaining("METRIC-NO-CLASSIFIER");
  }
}
