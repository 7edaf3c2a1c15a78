package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void saysWhatItBounds() {
    Figure metric =
        Figure.of(-88.25, "nats per example")
            .withBound(Bound.on("log p(x)"))
            .withStandardError(0.5);
    assertThat(metric.toJson().toString())
        .isEqualTo(
            "{\"value\":-88.25,\"unit\":\"nats per example\",\"bound\":true,"
                + "\"boundReason\":\"log p(x)\",\"standardError\":0.5}");
  }

  @Test
  void saysWhyItIsNoBound() {
    Figure metric = Figure.of(1, "nats per example").withBound(Bound.none("weight 4, not 1"));
    assertThat(metric.toJson().get("bound").asBoolean()).isFalse();
    assertThat(metric.toJson().get("boundReason").asText()).isEqualTo("weight 4, not 1");
  }

  @Test
  void leavesOutWhatDoesNotApply() {
    assertThat(Figure.of(2.5, "s").toJson().toString()).isEqualTo("{\"value\":2.5,\"unit\":\"s\"}");
  }

  @Test
  void writesNullAndANoteForWhatJsonCannotHold() {
    assertThat(Figure.of(Double.NaN, "nats").toJson().toString())
        .isEqualTo("{\"value\":null,\"note\":\"not a number\",\"unit\":\"nats\"}");
    assertThat(Figure.of(Double.POSITIVE_INFINITY, "nats").toJson().get("note").asText())
        .isEqualTo("positive infinity");
    assertThat(Figure.of(Double.NEGATIVE_INFINITY, "nats").toJson().get("note").asText())
        .isEqualTo("negative infinity");
    assertThat(Figure.of(1, "nats").withStandardError(Double.NaN).toJson().toString())
        .isEqualTo(
            "{\"value\":1.0,\"unit\":\"nats\",\"standardError\":null,"
                + "\"standardErrorNote\":\"not a number\"}");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Measurement measured =
        Measurement.mean("activeUnits", new double[] {1, 2, 4}, "1")
            .withBound(Bound.none("a count"))
            .withSetting("threshold", 0.01)
            .withComponents(List.of(0.5, 0.25));
    Figure figure = Figure.of(measured);

    assertThat(Figure.of((JsonNode) figure.toJson())).isEqualTo(figure);
  }

  @Test
  void numbersThatJsonLacksAreReadBackToo() {
    assertThat(Figure.of((JsonNode) Figure.of(Double.NEGATIVE_INFINITY, "nats").toJson()).value())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Figure.of((JsonNode) Figure.of(Double.NaN, "nats").toJson()).value()).isNaN();
  }
}
