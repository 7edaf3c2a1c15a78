package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.Output;
import dev.elbow.cli.output.Terminal;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Map<String, Figure> metrics = new LinkedHashMap<>();

  MetricsTest() {
    Figure elbo = Figure.of(88.214, "nats per example").withStandardError(0.316);
    metrics.put("test.negativeElbo", elbo.withBound(Bound.on("-log p(x)")));
    metrics.put("test.kl", Figure.of(25.5, "nats per example"));
  }

  @Test
  void peopleReadValueErrorUnitAndBound() {
    assertThat(new MetricsTable(new Output().console()).lines(metrics))
        .containsExactly(
            "  test.negativeElbo  88.21  +- 0.32  nats per example  a bound on -log p(x)",
            "  test.kl            25.50           nats per example");
  }

  @Test
  void aSmallFigureOfAnotherUnitKeepsItsDigits() {
    metrics.put("test.mmd", Figure.of(0.00213, "dimensionless").withStandardError(0.00015));

    assertThat(new MetricsTable(new Output().console()).lines(metrics).get(2))
        .isEqualTo("  test.mmd           0.00213  +- 0.00015  dimensionless");
  }

  @Test
  void whatIsNoBoundIsNotPrintedAsOne() {
    metrics.put("x", Figure.of(1, "nats").withBound(Bound.none("weights are not 1")));

    assertThat(new MetricsTable(new Output().console()).lines(metrics).get(2))
        .endsWith("not a bound: weights are not 1");
  }

  @Test
  void aTerminalWithUnicodeGetsThePlusMinusSign() {
    Terminal terminal = new Terminal(true, true, false, true, 120);

    assertThat(new MetricsTable(new Output().console(terminal, false, false)).lines(metrics).get(0))
        .contains("\u00b1 0.32");
  }

  @Test
  void everyMetricOfTheJsonSaysWhetherItIsABound() {
    ObjectNode json = RunJson.metrics(metrics);

    assertThat(json.path("test.negativeElbo").path("bound").asBoolean()).isTrue();
    assertThat(json.path("test.negativeElbo").path("boundReason").asText()).isEqualTo("-log p(x)");
    assertThat(json.path("test.negativeElbo").path("standardError").asDouble()).isEqualTo(0.316);
    assertThat(json.path("test.kl").path("bound").isBoolean()).isTrue();
    assertThat(json.path("test.kl").path("bound").asBoolean()).isFalse();
    assertThat(json.path("test.kl").has("standardError")).isFalse();
  }
}
