package dev.elbow.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.cli.measure.StepProcess.NotMeasured;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepProcessTest {

  @Test
  void theFiguresAreThoseOfTheBenchmark() throws NotMeasured {
    String output =
        "{\"results\": [{\"medianMilliseconds\": 2.5, \"lowMilliseconds\": 2,"
            + " \"highMilliseconds\": 4, \"cpuMilliseconds\": 5}]}";

    assertThat(StepProcess.figures(0, output)).isEqualTo(new StepFigures(2.5, 2, 4, 5));
  }

  @Test
  void anErrorOfTheBenchmarkIsTheReason() {
    assertThatThrownBy(() -> StepProcess.figures(2, "{\"error\": {\"problem\": \"no such key\"}}"))
        .isInstanceOf(NotMeasured.class)
        .hasMessage("no such key");
  }

  @Test
  void aDeadProcessIsExplained() {
    assertThatThrownBy(() -> StepProcess.figures(134, "")).hasMessageContaining("instructions");
    assertThatThrownBy(() -> StepProcess.figures(1, "")).hasMessageContaining("ended with 1");
  }

  @Test
  void theOtherJvmGetsThisOnesOptionsButNeitherItsAgentNorItsArchive() {
    assertThat(
            ChildJvm.options(
                List.of(
                    "-javaagent:lib/elbow-launcher.jar",
                    "-XX:SharedArchiveFile=17.jsa",
                    "-Xlog:gc",
                    "-XX:+UseSerialGC",
                    "-Delbow.home=/elbow",
                    "-Delbow.start.renew=record",
                    "-Dorg.bytedeco.openblas.load=mkl",
                    "--enable-native-access=ALL-UNNAMED")))
        .containsExactly(
            "-XX:+UseSerialGC", "-Delbow.home=/elbow", "--enable-native-access=ALL-UNNAMED");
  }
}
