package dev.elbow.engine.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void linearWarmUpRisesAndStays() {
    Schedule schedule = new Schedule(2, Schedule.Shape.LINEAR, 0, 4, 0.5);
    assertThat(schedule.at(0)).isZero();
    assertThat(schedule.at(1)).isEqualTo(0.5);
    assertThat(schedule.at(4)).isEqualTo(2);
    assertThat(schedule.at(100)).isEqualTo(2);
  }

  @Test
  void cyclicalRisesOverAPartOfEachCycle() {
    Schedule schedule = new Schedule(1, Schedule.Shape.CYCLICAL, 0, 10, 0.5);
    assertThat(schedule.at(2.5)).isEqualTo(0.5);
    assertThat(schedule.at(5)).isEqualTo(1);
    assertThat(schedule.at(9.9)).isEqualTo(1);
    assertThat(schedule.at(10)).isZero();
    assertThat(schedule.at(12.5)).isEqualTo(0.5);
  }

  @Test
  void cosineEndsAtDecayTimesTheRate() {
    LearningRate rate = new LearningRate(1e-3, LearningRate.Shape.COSINE, 0, 0.1, 10);
    assertThat(rate.at(0, 20)).isEqualTo(1e-3);
    assertThat(rate.at(10, 20)).isCloseTo(0.55e-3, within(1e-12));
    assertThat(rate.at(20, 20)).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void stepAndExponentialDecayByTheSameFactorOverAPeriod() {
    LearningRate step = new LearningRate(1, LearningRate.Shape.STEP, 0, 0.5, 4);
    LearningRate smooth = new LearningRate(1, LearningRate.Shape.EXPONENTIAL, 0, 0.5, 4);
    assertThat(step.at(3.9, 20)).isEqualTo(1);
    assertThat(step.at(4, 20)).isEqualTo(0.5);
    assertThat(smooth.at(2, 20)).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(smooth.at(8, 20)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void warmUpRisesFromZero() {
    LearningRate rate = new LearningRate(1e-3, LearningRate.Shape.CONSTANT, 2, 0.1, 10);
    assertThat(rate.at(0, 20)).isZero();
    assertThat(rate.at(1, 20)).isCloseTo(5e-4, within(1e-12));
    assertThat(rate.at(3, 20)).isEqualTo(1e-3);
  }
}
