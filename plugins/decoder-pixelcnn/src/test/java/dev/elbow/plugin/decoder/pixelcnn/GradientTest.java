package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** Autodiff against central differences, for every parameter and for z. */
class GradientTest {
  private static final int CHECKED = 3;

  static Stream<Arguments> cases() {
    Optional<Network> none = Optional.empty();
    Optional<Network> linear = Optional.of(Decoders.LINEAR);
    return Stream.of(
        Arguments.of(Likelihood.BERNOULLI, none, new DataShape(1, 3, 4), 3),
        Arguments.of(Likelihood.BERNOULLI, none, new DataShape(1, 3, 3), 1),
        Arguments.of(Likelihood.BERNOULLI, none, new DataShape(1, 2, 1), 1),
        Arguments.of(Likelihood.BERNOULLI, linear, new DataShape(1, 4, 3), 2),
        Arguments.of(Likelihood.BERNOULLI, linear, new DataShape(3, 1, 2), 1),
        Arguments.of(Likelihood.BERNOULLI, none, new DataShape(3, 2, 3), 2),
        Arguments.of(Likelihood.CATEGORICAL, none, new DataShape(1, 3, 2), 2),
        Arguments.of(Likelihood.CATEGORICAL, none, new DataShape(1, 2, 1), 1),
        Arguments.of(Likelihood.CATEGORICAL, linear, new DataShape(2, 2, 2), 1));
  }

  @ParameterizedTest(name = "{0} {2} batch {3}")
  @MethodSource("cases")
  void gradientsEqualFiniteDifferences(
      Likelihood likelihood, Optional<Network> network, DataShape shape, int batch) {
    PixelCnnOptions options = new PixelCnnOptions(likelihood, 2, 3, 5, 3, network, 2);
    PixelCnnDecoder decoder = Decoders.of(options, shape);
    Bench bench = new Bench();
    SDVariable x = bench.input("x", Decoders.uniform(5, batch, shape.features()));
    SDVariable z = bench.variable("z", Decoders.uniform(6, batch, Decoders.LATENT));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable nll = decoder.negativeLogLikelihood(bench.graph(), x, output);
    SDVariable loss = bench.weighted(nll);
    bench.shaken(2);
    List<String> names = new ArrayList<>(bench.parameters().keySet());
    Map<String, double[]> gradients = bench.gradients(loss, names);
    assertThat(gradients.keySet()).containsExactlyInAnyOrderElementsOf(names);
    gradients.forEach((name, gradient) -> check(bench, loss, name, gradient));
  }

  private static void check(Bench bench, SDVariable loss, String name, double[] gradient) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < Math.min(CHECKED, gradient.length); i++) {
      int at = gradient.length <= CHECKED ? i : random.nextInt(gradient.length);
      double expected = bench.difference(loss, name, at);
      assertThat(gradient[at])
          .describedAs("d loss / d %s[%d]", name, at)
          .isCloseTo(expected, within(1e-6 + 1e-6 * Math.abs(expected)));
    }
  }
}
