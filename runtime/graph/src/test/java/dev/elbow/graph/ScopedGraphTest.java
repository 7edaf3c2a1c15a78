package dev.elbow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Noise;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class ScopedGraphTest {
  private final Graph graph = new GraphBuilder(DataType.DOUBLE, true).root().scope("part");

  @Test
  void noiseAskedForTwiceIsOneInput() {
    assertThat(graph.noise("e", Noise.UNIFORM, 3)).isSameAs(graph.noise("e", Noise.UNIFORM, 3));
  }

  @Test
  void noiseOfAnotherShapeOrDistributionIsRefused() {
    graph.noise("e", Noise.UNIFORM, 3);
    assertRefused("GRAPH-NOISE", () -> graph.noise("e", Noise.UNIFORM, 4));
    assertRefused("GRAPH-NOISE", () -> graph.noise("e", Noise.STANDARD_NORMAL, 3));
  }

  @Test
  void aConstantOfAnotherValueIsRefused() {
    graph.constant("c", Nd4j.ones(1, 2));
    assertThat(graph.constant("c", Nd4j.ones(1, 2)).getArr())
        .isEqualTo(Nd4j.ones(DataType.DOUBLE, 1, 2));
    assertRefused("GRAPH-NAME-TAKEN", () -> graph.constant("c", Nd4j.zeros(1, 2)));
    assertRefused("GRAPH-NAME-TAKEN", () -> graph.constant("c", Nd4j.ones(1, 3)));
  }

  @Test
  void oneNameIsOneKindOfVariable() {
    graph.parameter("x", Initializer.zeros(), 2);
    graph.state("s", Initializer.zeros(), 2);
    assertRefused("GRAPH-NAME-TAKEN", () -> graph.noise("x", Noise.UNIFORM, 2));
    assertRefused("GRAPH-NAME-TAKEN", () -> graph.state("x", Initializer.zeros(), 2));
    assertRefused("GRAPH-NAME-TAKEN", () -> graph.parameter("s", Initializer.zeros(), 2));
  }

  @Test
  void theSameNameInAnotherScopeIsAnotherVariable() {
    assertThat(graph.scope("a").parameter("x", Initializer.zeros(), 2))
        .isNotSameAs(graph.scope("b").parameter("x", Initializer.zeros(), 5));
  }

  private static void assertRefused(String id, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.id()).isEqualTo(id));
  }
}
