package dev.elbow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.engine.Models;
import dev.elbow.spi.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** A KL that cannot be had says whose density is missing. */
class MissingDensityTest {
  private static final String PLANAR = "{type: flow, flows: [planar]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "posterior: point | model.posterior | the posterior states no density | aae",
        "prior: vamp, posterior: "
            + PLANAR
            + " | model.prior | the prior states no density | any z",
        "prior: vamp, posterior: point | model.posterior | neither the posterior nor the prior | aae",
      })
  void theErrorNamesThePartAndTheWayOut(String parts, String place, String problem, String fix) {
    assertThatThrownBy(() -> small(parts, "vae"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("MODEL-NO-KL");
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.problem()).contains("for the KL, but " + problem);
              assertThat(e.fix()).contains(fix);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "posterior: point | the posterior states no density of its codes",
        "prior: vamp, posterior: " + PLANAR + " | the prior states no density",
      })
  void aModelWithoutAKlIsNoBoundForTheSameReason(String parts, String reason) {
    EvaluationGraph evaluation = small(parts, "wae-mmd").evaluation();

    assertThat(evaluation.kl()).isEmpty();
    assertThat(evaluation.bound().holds()).isFalse();
    assertThat(evaluation.bound().reason()).startsWith(reason);
  }

  private static ModelGraphs small(String parts, String objective) {
    String model = "{latent: 2, encoder: NET, decoder: {type: bernoulli, network: NET}, %s}";
    return Models.small(model.formatted(parts), objective, DataType.FLOAT);
  }
}
