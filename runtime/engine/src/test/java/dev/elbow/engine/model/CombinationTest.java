package dev.elbow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.engine.Models;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Every part with every other: it trains, or it is refused with the reason. */
class CombinationTest {
  private static final String PLANAR = "{type: flow, flows: [planar]}";
  private static final String REALNVP =
      "{type: flow, flows: [{type: realnvp, network: {type: mlp, hidden: [4]}}]}";

  private static final List<String> POSTERIORS =
      List.of("diagonal", "ar1", PLANAR, REALNVP, "point");
  private static final List<String> PRIORS =
      List.of("standard-normal", "{type: mixture, components: 3}", "vamp", REALNVP);
  private static final List<String> DIVERGENCES =
      List.of("kl", "mmd", "stein", "{type: adversarial, network: {type: mlp, hidden: [4]}}");

  record Combination(String posterior, String prior, String divergence) {

    /** A KL and a score need densities; that of VampPrior is the posterior's at any point. */
    boolean lacksDensity() {
      boolean anywhere = !posterior.equals(PLANAR) && !posterior.equals("point");
      boolean prior = anywhere || !this.prior.equals("vamp");
      return switch (divergence) {
        case "kl" -> posterior.equals("point") || !prior;
        case "stein" -> !prior;
        default -> false;
      };
    }

    String model() {
      return "{latent: 2, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: "
          + posterior
          + ", prior: "
          + prior
          + "}";
    }
  }

  static Stream<Combination> combinations() {
    return POSTERIORS.stream()
        .flatMap(
            q ->
                PRIORS.stream()
                    .flatMap(p -> DIVERGENCES.stream().map(d -> new Combination(q, p, d))));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void posteriorPriorAndDivergenceGoTogetherUnlessADensityIsMissing(Combination combination) {
    String objective = "[" + combination.divergence() + "]";
    if (combination.lacksDensity()) {
      assertThatThrownBy(() -> Models.small(combination.model(), objective, DataType.FLOAT))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("density");
      return;
    }
    trains(Models.small(combination.model(), objective, DataType.FLOAT));
  }

  static Stream<String> decodersAndNetworks() {
    List<String> networks =
        List.of("mlp", "{type: conv, filters: [2]}", "{type: resnet, filters: [2], blocks: 1}");
    List<String> decoders =
        List.of("bernoulli", "gaussian", "laplace", "discretized-logistic", "pixelcnn");
    return decoders.stream()
        .flatMap(
            decoder ->
                networks.stream()
                    .map(
                        network ->
                            "{latent: 2, encoder: %s, decoder: {type: %s, network: %s}}"
                                .formatted(network, decoder, network)));
  }

  @ParameterizedTest
  @MethodSource("decodersAndNetworks")
  void everyDecoderTakesEveryNetwork(String model) {
    trains(Models.small(model, "vae", DataType.FLOAT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{latent: 2, prior: {type: flow, flows: [planar]}} | expects an invertible flow",
        "{latent: 2, prior: {type: flow, flows: [{type: realnvp, context: 3}]}} | without context",
        "{latent: 2, prior: vamp, posterior: {type: flow, flows: [planar]}} | density",
        "{latent: 2, decoder: {type: pixelcnn, kernel: 4}} | odd",
        "{latent: 2, corruption: {type: masking, level: 1}} | below 1",
      })
  void whatCannotWorkIsRefusedBeforeAnythingIsTrained(String model, String reason) {
    assertThatThrownBy(() -> Models.small(model, "vae", DataType.FLOAT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(reason);
  }

  /** One step's loss and gradients, all finite. */
  private static void trains(ModelGraphs model) {
    var graph = model.training().graph();
    int features = model.parts().shape().features();
    Feeds feeds =
        new Feeds(graph)
            .put(TrainingGraph.X, Nd4j.rand(DataType.FLOAT, 5, features))
            .epoch(0)
            .noise(5, 1, "test", 0);
    model.training().terms().forEach(term -> feeds.put(term.weight(), 1));
    List<String> names = graph.parameters().stream().map(p -> p.name()).toList();
    OutAndGrad result =
        new GraphRunner(graph).gradients(feeds.arrays(), List.of(TrainingGraph.LOSS), names);
    assertThat(result.getOutputs().get(TrainingGraph.LOSS).getDouble(0)).isFinite();
    for (Map.Entry<String, ?> gradient : result.getGradients().entrySet()) {
      double sum = result.getGradients().get(gradient.getKey()).sumNumber().doubleValue();
      assertThat(sum).describedAs(gradient.getKey()).isFinite();
    }
  }
}
