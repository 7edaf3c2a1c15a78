package dev.elbow.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.configuration.YamlWriter;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.run.Outcome.End;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.RunLock;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  @TempDir private Path out;
  private CellFolders folders;
  private final FakeElbow elbow = new FakeElbow();
  private final Runs.Silent listener = new Runs.Silent();

  @BeforeEach
  void inAFolder() {
    folders = new CellFolders(out);
  }

  private List<Outcome> run(int processes, Cell... cells) {
    Runner.Setup setup = new Runner.Setup(folders, Runs.AS_WRITTEN, elbow, processes, 1, List.of());
    return new Runner(setup, listener, millis -> {}).run(List.of(cells), () -> false);
  }

  private void leave(Cell cell, int epochs, boolean ended) {
    Runs.leave(folders.run(cell), YamlWriter.write(cell.configuration()), epochs, ended);
  }

  @Test
  void aNewCellIsTrainedAndThenEvaluated() {
    assertThat(run(1, Runs.cell("a", "elbo"))).extracting(Outcome::end).containsOnly(End.FINISHED);
    assertThat(elbow.commands).containsExactly("train a", "evaluate a");
  }

  @Test
  void withoutMetricsATrainingIsAll() {
    run(1, Runs.cell("a"));

    assertThat(elbow.commands).containsExactly("train a");
  }

  @Test
  void aFinishedCellIsNotRunAgain() {
    run(1, Runs.cell("a", "elbo"));
    elbow.commands.clear();

    assertThat(run(1, Runs.cell("a", "elbo"))).extracting(Outcome::end).containsOnly(End.FINISHED);
    assertThat(elbow.commands).isEmpty();
  }

  @Test
  void aCellThatWasCutOffIsResumed() {
    Cell cell = Runs.cell("a", "elbo");
    leave(cell, 2, false);

    run(1, cell);

    assertThat(elbow.commands).containsExactly("resume a", "evaluate a");
  }

  @Test
  void figuresOfAnUnfinishedTrainingDoNotMakeItFinished() {
    Cell cell = Runs.cell("a");
    leave(cell, 2, true);

    run(1, cell);

    assertThat(elbow.commands).containsExactly("resume a");
  }

  @Test
  void aRunTrainedByHandCountsWhateverItsNameAndBackend() {
    Cell cell = Runs.cell("a");
    String byHand =
        "{name: mine, backend: {threads: 8}, model: {latent: 2.0}, training: {epochs: 3}}";
    Runs.leave(folders.run(cell), byHand, 3, true);

    assertThat(run(1, cell)).extracting(Outcome::end).containsOnly(End.FINISHED);
    assertThat(elbow.commands).isEmpty();
  }

  @Test
  void newMetricsAreMeasuredAloneWithoutTraining() {
    run(1, Runs.cell("a", "elbo"));
    elbow.commands.clear();

    run(1, Runs.cell("a", "elbo", "probe"));

    assertThat(elbow.commands).containsExactly("evaluate a");
    assertThat(CellRecord.read(folders.run(Runs.cell("a")), -1).metrics())
        .containsExactly("elbo", "probe");
  }

  @Test
  void theAuditIsACommandOfItsOwnAfterTheMetrics() {
    run(1, Runs.AS_WRITTEN.cell(Runs.cell("a", "audit", "elbo")));

    assertThat(elbow.commands).containsExactly("train a", "evaluate a", "audit a");
  }

  @Test
  void anotherTrainingInACellsFolderIsRefusedWithBothValues() {
    Cell cell = Runs.cell("a");
    Runs.leave(folders.run(cell), "{model: {latent: 2}, training: {epochs: 15}}", 15, true);

    assertThatThrownBy(() -> new CellInspector(folders, Runs.AS_WRITTEN).requireSame(List.of(cell)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training.epochs: 15 in the folder, 3 here");
    assertThat(run(1, cell)).extracting(Outcome::end).containsOnly(End.FAILED);
    assertThat(elbow.commands).isEmpty();
  }

  @Test
  void aFailedCellGivesItsReasonAndStopsNoOther() {
    elbow.failures.put(
        "a", "{\"error\": {\"id\": \"NOT-FINITE\", \"problem\": \"the loss is not finite\"}}");

    List<Outcome> outcomes = run(1, Runs.cell("a"), Runs.cell("b"));

    assertThat(outcomes).extracting(Outcome::end).containsExactly(End.FAILED, End.FINISHED);
    assertThat(outcomes.get(0).reason()).isEqualTo("the loss is not finite");
  }

  @Test
  void aProcessThatSaysNothingFailsWithItsCodeAndItsLastWords() {
    elbow.failures.put("a", "");
    Runs.write(folders.log(Runs.cell("a")), "first\nlast words\n\n");

    assertThat(run(1, Runs.cell("a")).get(0).reason())
        .isEqualTo("its process ended with 1: last words");
  }

  @Test
  void noMoreRunAtOnceThanAsked() {
    run(2, Runs.cell("a"), Runs.cell("b"), Runs.cell("c"), Runs.cell("d"));

    assertThat(elbow.mostAtOnce).isEqualTo(2);
    assertThat(elbow.commands).hasSize(4);
  }

  @Test
  void aStopAsksTheProcessesToSaveAndStartsNoOther() {
    elbow.endless = true;
    AtomicInteger asked = new AtomicInteger();
    Runner.Setup setup = new Runner.Setup(folders, Runs.AS_WRITTEN, elbow, 1, 1, List.of());

    List<Outcome> outcomes =
        new Runner(setup, listener, millis -> {})
            .run(List.of(Runs.cell("a"), Runs.cell("b")), () -> asked.incrementAndGet() > 3);

    assertThat(elbow.stopped).isEqualTo(1);
    assertThat(elbow.commands).containsExactly("train a");
    assertThat(outcomes).extracting(Outcome::end).containsExactly(End.STOPPED, End.STOPPED);
  }

  @Test
  void aRunThatAnotherProcessWritesIsWaitedFor() {
    Cell cell = Runs.cell("a");
    leave(cell, 2, false);
    RunLock lock = RunFolder.open(folders.run(cell)).lock();
    AtomicInteger pauses = new AtomicInteger();
    Runner.Setup setup = new Runner.Setup(folders, Runs.AS_WRITTEN, elbow, 1, 1, List.of());
    Runner runner =
        new Runner(
            setup,
            listener,
            millis -> {
              if (pauses.incrementAndGet() == 3) {
                lock.close();
              }
            });

    runner.run(List.of(cell), () -> false);

    assertThat(listener.waited).containsExactly("a");
    assertThat(elbow.commands).containsExactly("resume a");
  }

  @Test
  void twoProcessesDoNotWorkInOneFolder() {
    try (ExperimentLock held = ExperimentLock.acquire(out)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> ExperimentLock.acquire(out))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another process");
    }
    ExperimentLock.acquire(out).close();
  }

  @Test
  void theTimeLeftIsThatOfTheNearestCells() {
    Cell done = Runs.cell("a");
    leave(done, 3, true);
    TimeLeft time = new TimeLeft(folders, List.of(done, Runs.cell("b"), Runs.cell("c")), 2);
    time.over(done);

    // Three epochs took 30 seconds; two such cells on two processes.
    assertThat(time.left(List.of())).hasValue(30);
    assertThat(time.left(List.of(new RunListener.ActiveCell(Runs.cell("b"), "train", 1, 3, 10))))
        .hasValue(25);
  }
}
