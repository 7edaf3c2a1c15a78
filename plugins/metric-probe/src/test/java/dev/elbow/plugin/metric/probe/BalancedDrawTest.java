package dev.elbow.plugin.metric.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BalancedDrawTest {
  private static final int[] LABELS = {0, 0, 0, 0, 0, 2, 2, 2, 5, 5, 5, 5};

  @Test
  void classesHaveEquallyManyOrOneMore() {
    BalancedDraw draw = new BalancedDraw(LABELS);
    int[] drawn = draw.draw(8, 1);
    assertThat(drawn).doesNotHaveDuplicates();
    int[] counts = new int[6];
    Arrays.stream(drawn).forEach(i -> counts[LABELS[i]]++);
    assertThat(new int[] {counts[0], counts[2], counts[5]}).containsOnly(2, 3);
    assertThat(drawn).hasSize(8);
  }

  @Test
  void itKnowsWhatIsThere() {
    BalancedDraw draw = new BalancedDraw(LABELS);
    assertThat(draw.classes()).isEqualTo(3);
    assertThat(draw.rarest()).isEqualTo(3);
    assertThat(draw.share(8)).isEqualTo(3);
  }

  @Test
  void anotherSeedDrawsOthers() {
    BalancedDraw draw = new BalancedDraw(LABELS);
    assertThat(draw.draw(6, 1)).isEqualTo(draw.draw(6, 1)).isNotEqualTo(draw.draw(6, 2));
  }
}
