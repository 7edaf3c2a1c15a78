package dev.elbow.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void theOrderOfTheTimesDoesNotMatter() {
    Figures figures = Figures.of(new double[] {5, 1, 3, 2, 4}, 7, 8);
    assertThat(figures.median()).isEqualTo(3);
    assertThat(figures.low()).isEqualTo(1.4);
    assertThat(figures.high()).isEqualTo(4.6);
  }

  @Test
  void oneTimeIsAllThreeFigures() {
    Figures figures = Figures.of(new double[] {2}, 0, 0);
    assertThat(figures).isEqualTo(new Figures(2, 2, 2, 0, 0));
  }
}
