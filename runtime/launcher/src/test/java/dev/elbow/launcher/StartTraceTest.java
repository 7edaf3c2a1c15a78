package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartTraceTest {

  @Test
  void aLineHasTheTimeSinceTheStartSinceTheLastMarkAndOfAllCores() {
    assertThat(StartTrace.line(1234, 56, 2000, "ND4J runs"))
        .isEqualTo("start   1234 ms     +56  cpu   2000 ms  ND4J runs");
  }
}
