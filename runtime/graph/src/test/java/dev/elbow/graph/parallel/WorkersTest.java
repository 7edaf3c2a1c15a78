package dev.elbow.graph.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPartRunsOnceInEveryLoop(int threads) {
    try (Workers workers = Workers.of(threads)) {
      assertThat(workers.count()).isEqualTo(threads);
      for (int parts = 0; parts < 12; parts++) {
        int[] times = new int[parts];
        workers.run(parts, i -> times[i]++);
        assertThat(times).containsOnly(parts == 0 ? new int[0] : new int[] {1});
      }
    }
  }

  @Test
  void theCallerTakesTheFirstPartAndHelpersTheOthers() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = Workers.of(3)) {
      Thread[] first = new Thread[1];
      workers.run(
          3,
          i -> {
            threads.add(Thread.currentThread());
            if (i == 0) {
              first[0] = Thread.currentThread();
            }
          });
      assertThat(first[0]).isSameAs(Thread.currentThread());
      assertThat(threads).hasSize(3);
      threads.remove(Thread.currentThread());
      assertThat(threads).allMatch(Thread::isDaemon);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFailureOfAnyPartReachesTheCallerAndTheNextLoopRuns(int failing) {
    try (Workers workers = Workers.of(3)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      3,
                      i -> {
                        if (i == failing) {
                          throw new IllegalStateException("part " + i);
                        }
                      }))
          .hasMessage("part " + failing);
      AtomicInteger sum = new AtomicInteger();
      workers.run(3, sum::addAndGet);
      assertThat(sum).hasValue(3);
    }
  }

  @Test
  void closedWorkersRunNothing() {
    Workers workers = Workers.of(2);
    workers.close();
    workers.close();
    assertThatThrownBy(() -> workers.run(2, i -> {})).hasMessage("the workers are closed");
  }

  @Test
  void fewerThanOneThreadIsRefused() {
    assertThatThrownBy(() -> Workers.of(0)).hasMessage("expected at least 1 thread, found 0");
  }
}
