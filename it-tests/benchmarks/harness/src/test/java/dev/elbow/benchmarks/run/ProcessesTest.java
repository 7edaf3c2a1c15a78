package dev.elbow.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void processesStartAsElbowsOwnCommandDoes() throws IOException {
    String script = Files.readString(Path.of("../../../distribution/src/files/bin/elbow"));
    assertThat(Processes.JAVA_OPTIONS).allSatisfy(option -> assertThat(script).contains(option));
  }
}
