package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.Bound;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void saysWhatItBounds() {
    Metric metric =
        Metric.of(-88.25, "nats per example")
            .withBound(Bound.on("log p(x)"))
            .withStandardError(0.5);
    assertThat(metric.toJson().toString())
        .isEqualTo(
            "{\"value\":-88.25,\"unit\":\"nats per example\",\"bound\":true,"
                + "\"boundReason\":\"log p(x)\",\"standardError\":0.5}");
  }

  @Test
  void saysWhyItIsNoBound() {
    Metric metric = Metric.of(1, "nats per example").withBound(Bound.none("weight 4, not 1"));
    assertThat(metric.toJson().get("bound").asBoolean()).isFalse();
    assertThat(metric.toJson().get("boundReason").asText()).isEqualTo("weight 4, not 1");
  }

  @Test
  void leavesOutWhatDoesNotApply() {
    assertThat(Metric.of(2.5, "s").toJson().toString()).isEqualTo("{\"value\":2.5,\"unit\":\"s\"}");
  }

  @Test
  void writesNullAndANoteForWhatJsonCannotHold() {
    assertThat(Metric.of(Double.NaN, "nats").toJson().toString())
        .isEqualTo("{\"value\":null,\"note\":\"not a number\",\"unit\":\"nats\"}");
    assertThat(Metric.of(Double.POSITIVE_INFINITY, "nats").toJson().get("note").asText())
        .isEqualTo("positive infinity");
    assertThat(Metric.of(Double.NEGATIVE_INFINITY, "nats").toJson().get("note").asText())
        .isEqualTo("negative infinity");
    assertThat(Metric.of(1, "nats").withStandardError(Double.NaN).toJson().toString())
        .isEqualTo(
            "{\"value\":1.0,\"unit\":\"nats\",\"standardError\":null,"
                + "\"standardErrorNote\":\"not a number\"}");
  }
}
