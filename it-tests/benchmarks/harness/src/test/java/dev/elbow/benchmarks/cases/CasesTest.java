package dev.elbow.benchmarks.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {
  @Test
  void layersFitEachOther() {
    for (Case subject : Cases.standard()) {
      assertFit(subject.model().encoder());
      assertFit(subject.model().decoder());
    }
  }

  private static void assertFit(List<Layer> layers) {
    for (int i = 1; i < layers.size(); i++) {
      Layer before = layers.get(i - 1);
      Layer after = layers.get(i);
      int side = after.kind() == Layer.Kind.DENSE ? 1 : after.sideBefore();
      int given = before.to() * before.sideAfter() * before.sideAfter();
      assertThat(after.from() * side * side).as(after.name()).isEqualTo(given);
    }
  }

  @Test
  void relusAreCountedInEveryLayerButTheLastOfEachSide() {
    assertThat(Model.mlp(20, 500, 300).relus()).isEqualTo(2 * (500 + 300));
    assertThat(Model.conv(10).relus())
        .isEqualTo(64 * 14 * 14 + 128 * 7 * 7 + 1024 + 1024 + 128 * 7 * 7 + 64 * 14 * 14);
  }

  @Test
  void idsAreUnique() {
    assertThat(Cases.standard().stream().map(Case::id)).doesNotHaveDuplicates();
    assertThat(Cases.growth().stream().map(Case::id)).doesNotHaveDuplicates();
  }

  @Test
  void largerModelsAreGivenFewerSteps() {
    List<Case> growth = Cases.growth();
    assertThat(growth).allMatch(subject -> subject.repetitions() >= 8);
    assertThat(growth.stream().filter(c -> c.id().equals("width-4000")).findFirst().orElseThrow())
        .matches(subject -> subject.repetitions() == 8);
  }

  @Test
  void theMasksLetNoOutputSeeItsOwnInput() {
    int latent = 5;
    float[][] first = Made.hiddenMask(latent);
    float[][] second = Made.outputMask(latent);
    for (int in = 0; in < latent; in++) {
      for (int out = 0; out < 2 * latent; out++) {
        float paths = 0;
        for (int unit = 0; unit < Model.IAF_HIDDEN; unit++) {
          paths += first[in][unit] * second[unit][out];
        }
        assertThat(paths > 0).as("%d to %d", in, out).isEqualTo(in < out % latent);
      }
    }
  }
}
