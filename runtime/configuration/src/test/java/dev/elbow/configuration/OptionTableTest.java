package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.elbow.configuration.OptionTable.Choice;
import dev.elbow.configuration.OptionTable.Row;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionTableTest {

  @Test
  void aRowTellsKeyTypeDefaultRangeAndMeaning() {
    assertThat(OptionTable.of(Example.MlpOptions.class))
        .containsExactly(
            new Row(
                "hidden",
                "a list of whole numbers",
                "[500, 500]",
                "x >= 1",
                "the widths of the hidden layers",
                List.of()),
            new Row(
                "activation",
                "one of relu, leaky-relu",
                "relu",
                "",
                "",
                List.of(
                    new Choice("relu", "max(x, 0)"), new Choice("leaky-relu", "max(x, x/100)"))));
  }

  @Test
  void requiredAndAbsentOptionsAreToldApart() {
    assertThat(OptionTable.of(Example.Model.class))
        .extracting(Row::key, Row::type, Row::standard)
        .contains(
            tuple("latent", "a whole number", "required"), tuple("encoder", "a network", "mlp"));
    assertThat(OptionTable.of(Example.IafOptions.class))
        .extracting(Row::key, Row::type, Row::standard)
        .containsExactly(tuple("network", "a network", "none"));
    assertThat(OptionTable.of(Example.Likelihood.class))
        .extracting(Row::standard)
        .containsExactly("{type: mlp, hidden: [200]}");
  }

  @Test
  void nestedRecordsFollowTheKeyThatHoldsThem() {
    assertThat(OptionTable.of(Example.Experiment.class))
        .extracting(Row::key)
        .containsSubsequence(
            "objective",
            "objective[].type",
            "objective[].weight",
            "objective[].weight.value",
            "objective[].weight.warmup",
            "training",
            "training.epochs");
  }

  @Test
  void recordsThatHoldThemselvesEnd() {
    assertThat(OptionTable.of(SchemaTest.Loop.class))
        .extracting(Row::key)
        .containsExactly("children", "size");
  }

  @Test
  void aPluginWithoutOptionsHasNoRows() {
    assertThat(OptionTable.of(Role.FLOW, FakeCatalog.fake("plain", NoOptions.class, o -> null)))
        .isEmpty();
  }
}
