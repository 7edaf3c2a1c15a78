package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.cli.Output;
import dev.elbow.cli.host.StartedBackend;
import dev.elbow.cli.output.Terminal;
import dev.elbow.engine.training.EpochFigures;
import dev.elbow.engine.training.TrainingStart;
import dev.elbow.launcher.BackendChoice;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.Nd4jInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private static final StartedBackend BACKEND =
      new StartedBackend(
          new BackendChoice(Device.CPU, Optional.empty(), "because", List.of()),
          new Nd4jInfo("backend", "1", "gcc", "OPENBLAS", 2, 2, 0),
          2);

  private final Output output = new Output();

  private static EpochFigures figures(OptionalDouble validation) {
    return new EpochFigures(3, 10, 282, 251.5, 238, Map.of("kl", 13.5), validation, 4321.4, 5);
  }

  @Test
  void theHeadSaysWhatIsTrainedOnWhat() {
    new TrainingProgress(output.console(), "rho", BACKEND)
        .started(
            new TrainingStart(
                Path.of("runs", "rho-1"), "mnist", 60_000, 640_804, 10, 94, List.of("kl: exact")));

    assertThat(output.out().lines())
        .containsExactly(
            "rho  mnist, 60,000 images, 640,804 parameters",
            "cpu, openblas, 2 threads; kl: exact",
            Path.of("runs", "rho-1").toString(),
            "continues after step 94",
            "");
  }

  @Test
  void withoutATerminalThereIsOneLineAnEpoch() {
    TrainingProgress progress = new TrainingProgress(output.console(), "rho", BACKEND);

    progress.stepped(figures(OptionalDouble.empty()), 0.5, 8);
    progress.stepped(figures(OptionalDouble.empty()), 1, 7);
    progress.epochDone(figures(OptionalDouble.of(255.25)));

    assertThat(output.out().lines())
        .containsExactly(
            "epoch  3/10  objective 251.50  reconstruction 238.00  kl 13.50  4,321 images/s"
                + "  validation 255.25  0:07 left");
  }

  @Test
  void onATerminalALineMovesBetweenThem() {
    Terminal terminal = new Terminal(true, true, false, false, 200);
    TrainingProgress progress =
        new TrainingProgress(output.console(terminal, false, false), "rho", BACKEND);

    progress.stepped(figures(OptionalDouble.empty()), 0.25, 8);

    assertThat(output.out())
        .isEqualTo(
            "\repoch  3/10  #####...............  0:08 left  objective 251.50"
                + "  reconstruction 238.00  kl 13.50  4,321 images/s");
  }

  @Test
  void besideJsonItIsOnStandardError() {
    TrainingProgress progress =
        new TrainingProgress(output.console(Terminal.none(), true, false), "rho", BACKEND);

    progress.epochDone(figures(OptionalDouble.empty()));

    assertThat(output.out()).isEmpty();
    assertThat(output.err()).startsWith("epoch  3/10");
  }

  @Test
  void remarksGoToStandardError() {
    new TrainingProgress(output.console(), "rho", BACKEND).remark("stopped early");

    assertThat(output.err()).isEqualTo("note  stopped early" + System.lineSeparator());
  }
}
