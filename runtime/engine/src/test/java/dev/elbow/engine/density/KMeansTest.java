package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
  private static RandomStream random(long seed) {
    return RandomStreams.stream(seed, "test", 1);
  }

  /** Four far groups of 50 around (0, 0), (0, 1000), (1000, 0), (1000, 1000). */
  private static Codes corners() {
    Draws draws = new Draws(8);
    double[][] rows = new double[200][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {draws.normal() + i % 2 * 1000, draws.normal() + i / 2 % 2 * 1000};
    }
    return Draws.codes(rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void seedsAreSpreadOverFarGroups(long seed) {
    Set<String> corners = new HashSet<>();
    for (double[] center : KMeans.seeds(corners(), 4, random(seed))) {
      corners.add((center[0] > 500) + " " + (center[1] > 500));
    }
    assertThat(corners).hasSize(4);
  }

  @Test
  void aSeedIsDrawnInProportionToTheSquaredDistance() {
    // From 0, the codes at 1 and 3 are drawn with odds 1 to 9; from the others, likewise.
    Codes codes = Draws.codes(new double[][] {{0}, {1}, {3}});
    int far = 0;
    int fromZero = 0;
    for (int i = 0; i < 20_000; i++) {
      double[][] seeds = KMeans.seeds(codes, 2, random(i));
      if (seeds[0][0] == 0) {
        fromZero++;
        far += seeds[1][0] == 3 ? 1 : 0;
      }
    }
    assertThat(fromZero / 20_000.0).isBetween(0.32, 0.35);
    assertThat(far / (double) fromZero).isBetween(0.89, 0.91);
  }

  @Test
  void farGroupsAreFound() {
    int[] groups = KMeans.groups(corners(), 4, random(3));

    for (int i = 0; i < groups.length; i++) {
      assertThat(groups[i]).isEqualTo(groups[i % 4]);
    }
    assertThat(Arrays.stream(groups).distinct().count()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noGroupIsEmptyEvenWithAsManyGroupsAsDistinctCodes(long seed) {
    double[][] rows = new double[60][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i % 12, (i % 12) * (i % 12)};
    }
    int[] groups = KMeans.groups(Draws.codes(rows), 12, random(seed));

    assertThat(Arrays.stream(groups).distinct().count()).isEqualTo(12);
  }

  @Test
  void moreGroupsThanDistinctCodesAreRefused() {
    Codes codes = Draws.codes(new double[][] {{1}, {2}, {1}, {3}, {2}});

    assertThatThrownBy(() -> KMeans.groups(codes, 4, random(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected at least 4 distinct codes for as many components, found 3")
        .hasMessageContaining("Choose at most 3.");
  }
}
