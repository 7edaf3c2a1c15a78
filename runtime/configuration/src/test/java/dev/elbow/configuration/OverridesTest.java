package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
  private static final String BASE =
      "{training: {epochs: 20, batch: 128}, objective: [{type: kl, weight: 1}], posterior: ar1}";

  private static ConfigNode apply(String... assignments) {
    return Overrides.apply(Yaml.read(BASE), List.of(assignments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.epochs=5 | {training: {epochs: 5, batch: 128}}",
        "training.rate=1e-3 | {training: {epochs: 20, batch: 128, rate: 1e-3}}",
        "objective.0.weight=2 | {objective: [{type: kl, weight: 2}]}",
        "objective.0={type: mmd} | {objective: [{type: mmd}]}",
        "objective=[kl, mmd] | {objective: [kl, mmd]}",
        "posterior={type: flow, base: ar1} | {posterior: {type: flow, base: ar1}}",
        "model.decoder.type=gaussian | {model: {decoder: {type: gaussian}}}",
        "posterior=a=b | {posterior: a=b}",
        "posterior= | {posterior: null}",
      })
  void setsOneValueAndLeavesTheRest(String assignment, String changed) {
    MapNode expected = (MapNode) Yaml.read(BASE);
    for (var entry : ((MapNode) Yaml.read(changed)).entries().entrySet()) {
      expected = expected.with(entry.getKey(), entry.getValue());
    }

    assertThat(apply(assignment)).isEqualTo(expected);
  }

  @Test
  void laterAssignmentsWin() {
    assertThat(apply("training.epochs=5", "training.epochs=6"))
        .isEqualTo(apply("training.epochs=6"));
  }

  @Test
  void valuesRememberTheAssignment() {
    MapNode training = (MapNode) ((MapNode) apply("training.epochs=five")).get("training");

    assertThat(training.get("epochs").place()).hasToString("--set training.epochs=five");
    assertThat(training.get("batch").place()).hasToString("rho.yaml:1:32");
  }

  @Test
  void anEmptySectionBecomesAMapping() {
    assertThat(Overrides.apply(Yaml.read("training:\n"), List.of("training.epochs=5")))
        .isEqualTo(Yaml.read("training: {epochs: 5}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"training.epochs", "=5", ".epochs=5", "training..epochs=5", "a b=5", ""})
  void anythingButKeyAndValueIsRefused(String assignment) {
    InputException e = error(() -> apply(assignment));

    assertThat(e.id()).isEqualTo("CFG-SET");
    assertThat(e.problem()).contains("expected key.path=value", assignment);
    assertThat(e.place()).isEqualTo("--set " + assignment);
  }

  @Test
  void badYamlInTheValueNamesTheAssignment() {
    InputException e = error(() -> apply("objective={type: kl"));

    assertThat(e.id()).isEqualTo("CFG-SYNTAX");
    assertThat(e.place()).isEqualTo("--set objective={type: kl");
  }

  @Test
  void indexBeyondTheListSaysWhichItemsThereAre() {
    assertThat(error(() -> apply("objective.1.weight=2")))
        .hasMessageContaining("CFG-SET-INDEX: objective has no item 1: only item 0 is given");
    assertThat(error(() -> apply("terms.0.weight=2")).id()).isEqualTo("CFG-SET-INDEX");
    assertThat(error(() -> apply("objective.999999999999=2")).id()).isEqualTo("CFG-SET");
  }

  @Test
  void wordInPlaceOfAnIndexIsRefused() {
    assertThat(error(() -> apply("objective.weight=2")))
        .hasMessageContaining("objective is a list")
        .hasMessageContaining("objective.0");
  }

  @Test
  void shortFormCannotTakeAnOptionAndTheFixShowsHow() {
    InputException e = error(() -> apply("posterior.scale=2"));

    assertThat(e.problem()).contains("posterior is \"ar1\", not a mapping (rho.yaml:1:85)");
    assertThat(e.fix()).contains("--set 'posterior={type: ar1, scale: ...}'");
  }
}
