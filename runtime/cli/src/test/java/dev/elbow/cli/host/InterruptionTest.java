package dev.elbow.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.training.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  @Test
  void theEndOfTheCommandReleasesWhoWaitsForIt() throws InterruptedException {
    Interruption interruption = new Interruption();
    StopSignal stop = interruption.arm();
    CountDownLatch released = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stop.await();
              released.countDown();
            });
    hook.start();

    assertThat(released.await(20, TimeUnit.MILLISECONDS)).isFalse();
    interruption.finished();

    assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stop.isRequested()).isFalse();
  }

  @Test
  void finishingWithoutATrainingDoesNothing() {
    new Interruption().finished();
  }
}
