package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shapes, bounds, roles and errors. */
class ValuesTest {

  @Test
  void theFeaturesOfAnImageAreItsPixelsInAllChannels() {
    DataShape image = new DataShape(3, 4, 5);
    assertThat(image.features()).isEqualTo(60);
    assertThat(image.isVector()).isFalse();
    assertThat(image).hasToString("3x4x5");
  }

  @Test
  void aVectorHasItsSizeInFeatures() {
    assertThat(DataShape.vector(7).features()).isEqualTo(7);
    assertThat(DataShape.vector(7).isVector()).isTrue();
    assertThat(DataShape.vector(7)).hasToString("7");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,2,2"})
  void aShapeWithoutExtentIsRefused(int channels, int height, int width) {
    assertThatThrownBy(() -> new DataShape(channels, height, width))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("%d x %d x %d".formatted(channels, height, width));
  }

  @Test
  void aShapeTooLargeForAnArrayIsRefused() {
    DataShape shape = new DataShape(1 << 11, 1 << 10, 1 << 10);
    assertThatThrownBy(shape::features).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aBoundHoldsIfAllItsPartsDo() {
    Bound first = Bound.on("log p(x)");
    assertThat(first.and(Bound.on("else"))).isEqualTo(first);
    assertThat(first.and(Bound.none("why"))).isEqualTo(Bound.none("why"));
    assertThat(Bound.none("why").and(first)).isEqualTo(Bound.none("why"));
    assertThat(Bound.none("a").and(Bound.none("b"))).isEqualTo(Bound.none("a"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleIsKnownByTheTypeOfItsParts(Role role) {
    assertThat(Role.ofPartType(role.partType())).contains(role);
    assertThat(role.label()).isLowerCase();
    assertThat(PartFactory.class).isAssignableFrom(role.factoryType());
  }

  @Test
  void anotherTypeIsNoRole() {
    assertThat(Role.ofPartType(String.class)).isEmpty();
  }

  @Test
  void anErrorTellsItsKindTheProblemThePlaceAndTheFix() {
    var error = new InputException("CFG-X", "expected 1, found 2.", "a.yaml:3:4", "Write 1.");
    assertThat(error).hasMessage("CFG-X: expected 1, found 2. (a.yaml:3:4) Write 1.");
    assertThat(error.place()).isEqualTo("a.yaml:3:4");
    assertThat(error.fix()).isEqualTo("Write 1.");
  }

  @Test
  void anErrorWithoutAPlaceLeavesItOut() {
    var cause = new IllegalStateException();
    var error = new FailureException("RUN-X", "it failed.", "", "Try again.", cause);
    assertThat(error).hasMessage("RUN-X: it failed. Try again.").hasCause(cause);
  }

  @Test
  void aFlowDeclaresNoInverseUnlessItSaysSo() {
    Flow flow = (graph, z, parameters) -> new FlowStep(z, z);
    assertThat(flow.invertible()).isFalse();
    assertThat(flow.parameterCount()).isZero();
  }
}
