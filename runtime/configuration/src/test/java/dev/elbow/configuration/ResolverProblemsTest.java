package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.error;
import static dev.elbow.configuration.Yaml.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Role;
import dev.elbow.spi.option.Default;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverProblemsTest {
  record Endless(@Default("{type: endless}") Posterior base) {}

  record NeedsWeight(double weight) {}

  private static InputException problem(String line) {
    return error(() -> resolve("data: {}\nmodel: {latent: 2, decoder: bernoulli}\n" + line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training: {epochs: abc} | CFG-TYPE | 3:20 | training.epochs: expected a whole number, found \"abc\"",
        "training: {epochs: 5.0} | CFG-TYPE | 3:20 | training.epochs: expected a whole number, found \"5.0\"",
        "training: {epochs: } | CFG-TYPE | 3:19 | training.epochs: expected a whole number, found nothing",
        "training: {epochs: [5]} | CFG-TYPE | 3:20 | training.epochs: expected a whole number, found a list",
        "training: {epochs: 0} | CFG-RANGE | 3:20 | training.epochs: expected x >= 1, found 0",
        "training: {learningRate: 3} | CFG-RANGE | 3:26 | training.learningRate: expected 0 < x <= 1, found 3",
        "training: {epochs: 3000000000} | CFG-RANGE | 3:20 | training.epochs: expected a whole number from -2147483648 to 2147483647, found 3000000000",
        "training: [5] | CFG-TYPE | 3:11 | training: expected a mapping, found a list",
        "training: 5 | CFG-TYPE | 3:11 | training: expected a mapping, found \"5\"",
        "objective: kl | CFG-TYPE | 3:12 | objective: expected a list of divergences or mappings, found \"kl\"",
        "objective: [{type: kl, weight: fast}] | CFG-TYPE | 3:32 | objective.0.weight.value: expected a number, found \"fast\"",
        "objective: [{weight: 1}] | CFG-REQUIRED | 3:13 | objective.0.type is missing: expected the name of a divergence",
        "objective: [{type: [kl]}] | CFG-TYPE | 3:20 | objective.0.type: expected the name of a divergence, found a list",
        "objective: [[kl]] | CFG-TYPE | 3:13 | objective.0: expected a divergence, or a mapping, found a list",
        "objective: [kl, lk] | CFG-UNKNOWN-PLUGIN | 3:17 | objective.1: there is no divergence named lk",
        "trainig: {epochs: 5} | CFG-UNKNOWN-KEY | 3:1 | unknown key trainig in the configuration",
        "training: {epohcs: 5} | CFG-UNKNOWN-KEY | 3:12 | unknown key epohcs in training",
        "objective: [{type: kl, freebits: 1}] | CFG-UNKNOWN-KEY | 3:24 | unknown key freebits in objective.0 (divergence kl)",
      })
  void aMistakeIsNamedWithItsPlace(String line, String id, String place, String text) {
    InputException e = problem(line);

    assertThat(e.problem()).isEqualTo(text);
    assertThat(e.id()).isEqualTo(id);
    assertThat(e.place()).isEqualTo("rho.yaml:" + place);
    assertThat(e.fix()).isNotEmpty();
  }

  @Test
  void unknownKeyGetsAHintAndTheValidKeys() {
    assertThat(problem("training: {learning_rate: 1}").fix())
        .isEqualTo("Did you mean learningRate? Keys of training: epochs, batch, learningRate.");
    assertThat(problem("objective: [{type: kl, wieght: 1}]").fix())
        .isEqualTo(
            "Did you mean weight? Keys of objective.0 (divergence kl): type, freeBits, weight.");
  }

  @Test
  void unknownPluginGetsAHintTheNamesAndWhereJarsGo() {
    InputException e = error(() -> resolve("data: {}\nmodel: {latent: 2, decoder: bernouli}\n"));

    assertThat(e.problem()).isEqualTo("model.decoder: there is no decoder named bernouli");
    assertThat(e.place()).isEqualTo("rho.yaml:2:29");
    assertThat(e.fix())
        .contains("Did you mean bernoulli?", "Available as decoder: bernoulli.")
        .contains("plugins/", "`elbow plugins`");
  }

  @Test
  void pluginOfAnotherRoleIsRecognised() {
    assertThat(error(() -> resolve("data: {}\nmodel: {latent: 2, decoder: ar1}")).problem())
        .isEqualTo(
            "model.decoder: there is no decoder named ar1, though there is such a posterior");
  }

  @Test
  void missingValuesSayWhatTheyAre() {
    InputException e = error(() -> resolve("data: {}\nmodel: {decoder: bernoulli}\n"));

    assertThat(e.id()).isEqualTo("CFG-REQUIRED");
    assertThat(e.place()).isEqualTo("rho.yaml:2:8");
    assertThat(e.problem()).isEqualTo("model.latent is missing: expected a whole number");
    assertThat(e.fix()).isEqualTo("Give model.latent: the size of z.");
  }

  @Test
  void listInPlaceOfAScalarShowsTheBrackets() {
    InputException e = problem("objective: kl");

    assertThat(e.fix()).isEqualTo("Write [kl].");
  }

  @Test
  void allMistakesAreReportedAtOnceInTheOrderOfTheFile() {
    InputException e =
        error(
            () ->
                resolve(
                    """
                    training: {learningRate: 3, epochs: abc}
                    model:
                      latnt: 20
                      encoder: {type: mlp, activation: rleu, hidden: [500, 0]}
                      decoder: bernouli
                    data: {}
                    """));

    assertThat(e.id()).isEqualTo("CFG-RANGE");
    assertThat(e.place()).isEqualTo("rho.yaml:1:26");
    assertThat(e.problem().lines())
        .containsExactly(
            "7 problems:",
            "  rho.yaml:1:26: training.learningRate: expected 0 < x <= 1, found 3",
            "  rho.yaml:1:37: training.epochs: expected a whole number, found \"abc\"",
            "  rho.yaml:3:3: model.latent is missing: expected a whole number",
            "  rho.yaml:3:3: unknown key latnt in model",
            "  rho.yaml:4:36: model.encoder.activation: expected one of relu, leaky-relu,"
                + " found \"rleu\"",
            "  rho.yaml:4:56: model.encoder.hidden.1: expected x >= 1, found 0",
            "  rho.yaml:5:12: model.decoder: there is no decoder named bernouli");
    assertThat(e.fix()).contains("Did you mean latent?", "Did you mean relu?", "Did you mean bern");
  }

  @Test
  void mistakesOfTheCommandLineNameTheAssignment() {
    ConfigNode tree = Overrides.apply(Yaml.read(Yaml.MINIMAL), List.of("training.epochs=many"));

    InputException e =
        error(() -> Resolver.resolve(tree, Example.Experiment.class, FakeCatalog.standard()));

    assertThat(e.place()).isEqualTo("--set training.epochs=many");
  }

  @Test
  void aRecordsOwnRulesAreHeardBeforeAnythingIsMade() {
    InputException e =
        error(
            () ->
                resolve(
                    """
                    data: {}
                    model:
                      latent: 2
                      posterior: {type: ar1, least: 1}
                      decoder: bernoulli
                    """));

    assertThat(e.id()).isEqualTo("CFG-VALUE");
    assertThat(e.place()).isEqualTo("rho.yaml:4:14");
    assertThat(e.problem()).isEqualTo("model.posterior: expected least < most, found 1.0 and 0.5");
    assertThat(e.fix()).isEqualTo("Change these keys: least, most.");
  }

  @Test
  void aDefaultThatContainsItselfEnds() {
    FakeCatalog catalog =
        FakeCatalog.standard()
            .with(Role.POSTERIOR, FakeCatalog.fake("endless", Endless.class, o -> null));

    assertThat(error(() -> Resolver.resolve(Yaml.read("endless"), Role.POSTERIOR, catalog)).id())
        .isEqualTo("CFG-TOO-DEEP");
  }

  @Test
  void aPluginWhoseRequiredOptionTheTermHidesIsNamed() {
    FakeCatalog catalog =
        FakeCatalog.standard()
            .with(
                Role.DIVERGENCE,
                FakeCatalog.<Divergence, NeedsWeight>fake(
                    "greedy", NeedsWeight.class, Example.Gap::new));

    assertThatThrownBy(
            () ->
                Resolver.resolve(
                    Yaml.read("{type: greedy, weight: 2}"), Example.TermOptions.class, catalog))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("SCHEMA-HIDDEN")
        .hasMessageContaining("divergence greedy");
  }
}
