package dev.elbow.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** On x = w z + b + noise of deviation 1, whose log p(x) is known. */
class ImportanceSamplingTest {
  private static final long MEMORY = 50_000_000;
  private static OpenRun run;
  private static Split split;

  @BeforeAll
  static void train(@TempDir Path folder) {
    Experiments.train(
        folder.resolve("run"),
        List.of(
            "model.latent=1",
            "model.posterior=diagonal",
            "model.encoder={type: mlp, hidden: []}",
            "model.decoder={type: gaussian, network: {type: mlp, hidden: []}}",
            "training.epochs=10",
            "training.optimizer.learningRate=0.01",
            "backend.replicas=1"));
    run = Plugins.engine().open(folder.resolve("run"));
    // the encoder does not generalise from so few images, and a far-off posterior needs many
    // samples
    split = run.data(Experiments.NO_FOLDER).train();
  }

  private static ImportanceScores estimate(int samples, long memory) {
    return ImportanceSampling.of(run.model(), split, samples, 3, 0, memory);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * log N(x; b, w w^T + I) by the determinant and the inverse of a matrix and a rank-one change:
   *
   * <pre>det(I + w w^T) = 1 + |w|^2,   (I + w w^T)^-1 = I - w w^T / (1 + |w|^2)</pre>
   */
  private static double exact() {
    double[] w = parameter("decoder/network/output/weight");
    double[] b = parameter("decoder/network/output/bias");
    double determinant = 1 + dot(w, w);
    double sum = 0;
    for (int i = 0; i < split.size(); i++) {
      float[] x = split.batch(new int[] {i}, 0).pixels();
      double[] r = IntStream.range(0, x.length).mapToDouble(j -> x[j] - b[j]).toArray();
      double square = dot(r, r) - dot(w, r) * dot(w, r) / determinant;
      sum -= 0.5 * (square + Math.log(determinant) + x.length * Math.log(2 * Math.PI));
    }
    return sum / split.size();
  }

  private static double[] parameter(String name) {
    return run.model().parameters().arrays().get(name).ravel().toDoubleVector();
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  /**
   * Makes the encoder that of the exact posterior but for two faults:
   *
   * <pre>z given x is normal with mean w (x - b) / (1 + |w|^2) and variance 1 / (1 + |w|^2)</pre>
   *
   * @param shift of the mean, in deviations
   * @param stretch times the variance
   */
  private static void encode(double shift, double stretch) {
    double[] w = parameter("decoder/network/output/weight");
    double[] b = parameter("decoder/network/output/bias");
    double precision = 1 + dot(w, w);
    var arrays = run.model().parameters().arrays();
    INDArray weight = arrays.get("encoder/output/weight");
    for (int i = 0; i < w.length; i++) {
      weight.putScalar(i, 0, w[i] / precision);
      weight.putScalar(i, 1, 0);
    }
    INDArray bias = arrays.get("encoder/output/bias");
    bias.putScalar(0, 0, -dot(w, b) / precision + shift / Math.sqrt(precision));
    bias.putScalar(0, 1, Math.log(stretch / precision));
  }

  @Test
  void withTheExactPosteriorEverySampleGivesTheExactLogLikelihood() {
    encode(0, 1);
    ImportanceScores exact = estimate(7, MEMORY);
    assertThat(mean(exact.logLikelihood())).isCloseTo(exact(), within(2e-3));
    assertThat(mean(exact.effectiveSampleSize())).isCloseTo(7, within(0.01));
  }

  @Test
  void withAWrongPosteriorManySamplesDo() {
    encode(0.5, 1.5);
    ImportanceScores many = estimate(2000, MEMORY);
    assertThat(mean(many.effectiveSampleSize())).isBetween(500.0, 1900.0);
    assertThat(mean(many.logLikelihood())).isCloseTo(exact(), within(0.01));
  }

  @Test
  void fewerSamplesGiveALowerBound() {
    encode(1, 2);
    double one = mean(estimate(1, MEMORY).logLikelihood());
    double ten = mean(estimate(10, MEMORY).logLikelihood());
    assertThat(one).isLessThan(ten);
    assertThat(ten).isLessThan(exact());
  }

  @Test
  void oneSampleHasTheWeightOfOne() {
    assertThat(mean(estimate(1, MEMORY).effectiveSampleSize())).isCloseTo(1, within(1e-12));
  }

  /** Batches of several examples, and several batches for one example, round differently. */
  @Test
  void theMemoryChangesNothingButTheRoundings() {
    double large = mean(estimate(50, MEMORY).logLikelihood());
    double small = mean(estimate(50, 400_000).logLikelihood());
    assertThat(small).isCloseTo(large, within(1e-4));
  }

  @Test
  void aPosteriorWithoutADensityIsRefused(@TempDir Path folder) {
    Experiments.train(
        folder.resolve("run"),
        List.of("model.posterior=point", "objective=autoencoder", "training.epochs=1"));
    OpenRun point = Plugins.engine().open(folder.resolve("run"));
    assertThatThrownBy(() -> ImportanceSampling.of(point.model(), split, 5, 3, 0, MEMORY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("IMPORTANCE-NO-DENSITY");
  }
}
