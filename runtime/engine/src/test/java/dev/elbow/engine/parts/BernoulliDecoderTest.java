package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.decoder.bernoulli.BernoulliDecoderFactory;
import dev.elbow.plugin.decoder.bernoulli.BernoulliOptions;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class BernoulliDecoderTest {
  private static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private static Decoder decoder(int features, DataValues values) {
    return new BernoulliDecoderFactory()
        .create(
            new BernoulliOptions(LINEAR), new ModelContext(2, DataShape.vector(features), values));
  }

  private static Decoder decoder(int features) {
    return decoder(features, DataValues.BINARY);
  }

  /** -x log sigmoid(l) - (1 - x) log(1 - sigmoid(l)). */
  private static double crossEntropy(double x, double logit) {
    return -x * logSigmoid(logit) - (1 - x) * logSigmoid(-logit);
  }

  private static double logSigmoid(double l) {
    return l < 0 ? l - Math.log1p(Math.exp(l)) : -Math.log1p(Math.exp(-l));
  }

  private static double sigmoid(double l) {
    return 1 / (1 + Math.exp(-l));
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE, 1e-14", "FLOAT, 1e-6"})
  void theLikelihoodIsTheCrossEntropyHoweverLargeTheLogits(DataType type, double tolerance) {
    double[] x = {0, 0.3, 1, 0, 0.3, 1};
    double[][] logits =
        Arrays.stream(new double[] {1, 40, 500})
            .mapToObj(l -> new double[] {l, l, l, -l, -l, -l})
            .toArray(double[][]::new);
    Workbench bench = new Workbench(type);
    SDVariable data = bench.input("x", x, x, x);
    SDVariable output = bench.input("output", logits);
    double[] expected = new double[3];
    Arrays.setAll(expected, i -> sum(x, logits[i], BernoulliDecoderTest::crossEntropy));
    assertClose(
        bench.vector(decoder(6).negativeLogLikelihood(bench.graph(), data, output)),
        expected,
        tolerance);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "4,1", "4,3"})
  void theSlopeOfTheLikelihoodIsTheProbabilityLessTheData(int features, int batch) {
    double[][] logits = normal(1, batch, features);
    logits[0][0] = 500;
    double[][] x = normal(2, batch, features);
    double[][] expected = new double[batch][features];
    for (int i = 0; i < batch; i++) {
      x[i] = Numbers.map(x[i], BernoulliDecoderTest::sigmoid);
      for (int j = 0; j < features; j++) {
        expected[i][j] = sigmoid(logits[i][j]) - x[i][j];
      }
    }
    Workbench bench = new Workbench();
    SDVariable output = bench.input("output", logits);
    SDVariable data = bench.input("x", x);
    SDVariable nll = decoder(features).negativeLogLikelihood(bench.graph(), data, output);
    assertClose(bench.gradientPerExample(nll, output), expected, 1e-14);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void theProbabilitiesOfAllBinaryImagesAddUpToOne(int features) {
    int images = 1 << features;
    double[][] all =
        IntStream.range(0, images)
            .mapToObj(n -> IntStream.range(0, features).mapToDouble(b -> n >> b & 1).toArray())
            .toArray(double[][]::new);
    Workbench bench = new Workbench();
    SDVariable x = bench.input("x", all);
    SDVariable output = bench.input("output", Numbers.repeated(normal(1, 1, features)[0], images));
    double[] nll = bench.vector(decoder(features).negativeLogLikelihood(bench.graph(), x, output));
    assertThat(Arrays.stream(nll).map(v -> Math.exp(-v)).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theMeanIsTheSigmoidOfTheLogits() {
    double[] logits = {-500, -1, 0, 2, 500};
    Workbench bench = new Workbench();
    SDVariable output = bench.input("output", logits);
    double[][] expected = {Numbers.map(logits, BernoulliDecoderTest::sigmoid)};
    assertClose(
        bench.matrix(decoder(5).mean(bench.graph(), output).orElseThrow()), expected, 1e-15);
  }

  @Test
  void samplesAreZerosAndOnesWithTheProbabilitiesAsFrequencies() {
    int samples = 50_000;
    double[] logits = {-500, -2, 0, 0.7, 500};
    Workbench bench = new Workbench();
    SDVariable output = bench.input("output", Numbers.repeated(logits, samples));
    SDVariable sample = decoder(5).sample(bench.graph(), output).orElseThrow();
    bench.drawNoise(samples, 1, 0);
    double[][] x = bench.matrix(sample);
    for (int j = 0; j < logits.length; j++) {
      int pixel = j;
      double p = sigmoid(logits[j]);
      double ones = Arrays.stream(x).filter(row -> row[pixel] == 1).count();
      double zeros = Arrays.stream(x).filter(row -> row[pixel] == 0).count();
      assertThat(ones + zeros).isEqualTo(samples);
      assertThat(ones / samples)
          .describedAs("pixel %d", j)
          .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / samples) + 1e-12));
    }
  }

  @Test
  void theNetworkTurnsTheCodeIntoOneLogitPerPixel() {
    Workbench bench = new Workbench();
    SDVariable z = bench.input("z", new double[] {2, -1});
    SDVariable output = decoder(3).output(bench.graph(), z);
    bench.setParameter("network/only/weight", 1, 2, 3, 4, 5, 6);
    bench.setParameter("network/only/bias", 0.1, 0.2, 0.3);
    assertClose(bench.matrix(output), new double[][] {{-1.9, -0.8, 0.3}}, 1e-15);
    assertThat(decoder(3).outputWidth()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(DataValues.class)
  void itBoundsTheDensityOfBinaryDataAlone(DataValues values) {
    assertThat(decoder(3).bound(values).holds()).isEqualTo(values == DataValues.BINARY);
  }

  @Test
  void realValuedDataAreRefused() {
    assertThatThrownBy(() -> decoder(3, DataValues.REAL))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("DECODER-DATA")
        .hasMessageContaining("gaussian");
  }
}
