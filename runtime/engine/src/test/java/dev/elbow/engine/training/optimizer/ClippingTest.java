package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.graph.ParameterStore.Group;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ClippingTest {

  @Test
  void aLongGradientIsScaledToTheLimitAndKeepsItsDirection() {
    assertThat(clip(Optional.of(2.5), Optional.empty(), 3, -4))
        .containsExactly(new double[] {1.5, -2}, within(1e-6));
  }

  @Test
  void aShortGradientIsLeftAlone() {
    assertThat(clip(Optional.of(6.0), Optional.empty(), 3, -4)).containsExactly(3, -4);
  }

  @Test
  void elementsAreCutAtTheirLimit() {
    assertThat(clip(Optional.empty(), Optional.of(3.5), 3, -4)).containsExactly(3, -3.5);
  }

  @Test
  void elementsAreCutBeforeTheNormIsTaken() {
    assertThat(clip(Optional.of(2.5), Optional.of(3.0), 4, -400))
        .containsExactly(new double[] {2.5 / Math.sqrt(2), -2.5 / Math.sqrt(2)}, within(1e-6));
  }

  @Test
  void theModelAndItsAdversaryHaveNormsOfTheirOwn() {
    INDArray gradient = Nd4j.createFromArray(3.0, -4.0, 0.3, 0.4);
    List<Group> players =
        List.of(new Group(0, 2, OptionalDouble.empty()), new Group(2, 4, OptionalDouble.of(1e-3)));
    new Clipping(new ClippingOptions(Optional.of(2.5), Optional.empty())).apply(gradient, players);
    assertThat(gradient.data().asDouble())
        .containsExactly(new double[] {1.5, -2, 0.3, 0.4}, within(1e-6));
  }

  private static double[] clip(Optional<Double> norm, Optional<Double> value, double... gradient) {
    INDArray array = Nd4j.createFromArray(gradient);
    new Clipping(new ClippingOptions(norm, value))
        .apply(array, List.of(new Group(0, gradient.length, OptionalDouble.empty())));
    return array.data().asDouble();
  }
}
