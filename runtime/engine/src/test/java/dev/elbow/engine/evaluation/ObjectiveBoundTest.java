package dev.elbow.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.evaluation.ObjectiveBound.Part;
import dev.elbow.spi.Bound;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ObjectiveBoundTest {
  private static final Bound ELBO = Bound.on("log p(x)");
  private static final OptionalDouble KL = OptionalDouble.of(8);

  @Test
  void theKlWithWeightOneIsABound() {
    assertThat(of(kl(1)).with(ELBO)).isEqualTo(ELBO);
  }

  @Test
  void lessOfTheKlIsNone() {
    Bound bound = of(kl(0.25)).with(ELBO);

    assertThat(bound.holds()).isFalse();
    assertThat(bound.reason()).isEqualTo("the KL counts too little: kl weighs 0.25");
  }

  @Test
  void moreOfTheKlIsALooserOne() {
    ObjectiveBound objective = of(kl(4));

    assertThat(objective.with(ELBO)).isEqualTo(ELBO);
    assertThat(objective.remarks())
        .containsExactly(
            "the objective is a looser bound, 24.00 nats above negativeElbo: kl weighs 4");
  }

  @Test
  void aTermThatSaysWhyItIsNoneIsNamedUnlessItWeighsNothing() {
    Bound none = Bound.none("it compares batches");

    assertThat(of(kl(1), new Part("mmd", none, 2, 0.1)).with(ELBO).reason())
        .isEqualTo("mmd: it compares batches");
    assertThat(of(kl(1), new Part("mmd", none, 0, 0.1)).with(ELBO)).isEqualTo(ELBO);
  }

  @Test
  void aLossThatIsNotTheKlIsSaid() {
    assertThat(of(new Part("half", ELBO, 1, 4)).reasons())
        .containsExactly(
            "the KL counts too little: half weighs 1 and is 4.00 nats where the KL is 8.00");
  }

  @Test
  void anObjectiveWithoutTheKlIsNone() {
    assertThat(of().reasons()).containsExactly("no term holds the KL");
  }

  @Test
  void itIsNoneWhereTheNegativeElboIsNone() {
    Bound none = Bound.none("grey-scale");

    assertThat(of(kl(1)).with(none)).isEqualTo(none);
    assertThat(of(kl(0.5)).with(none).reason()).startsWith("grey-scale; the KL counts too little");
  }

  @Test
  void withoutAKlNothingIsSaidOfWeights() {
    Bound none = Bound.none("the posterior states no density of its codes");

    assertThat(ObjectiveBound.of(List.of(), OptionalDouble.empty()).with(none)).isEqualTo(none);
  }

  private static ObjectiveBound of(Part... parts) {
    return ObjectiveBound.of(List.of(parts), KL);
  }

  private static Part kl(double weight) {
    return new Part("kl", ELBO, weight, 8);
  }
}
