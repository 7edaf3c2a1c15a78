package dev.elbow.experiments.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.run.CellStatus.State;
import dev.elbow.experiments.run.Outcome.End;
import dev.elbow.experiments.run.RunListener.ActiveCell;
import dev.elbow.runs.MetricsLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings cells to their figures, so many at once. It remembers nothing that the folders do not say:
 * killed at any moment and started again, it goes on.
 */
public final class Runner {
  /** Long enough for a step and a checkpoint of a large model. */
  private static final long PATIENCE_MILLIS = 120_000;

  private record Active(Cell cell, Job job, Launcher.Running process) {}

  private final CellFolders folders;
  private final CellInspector inspector;
  private final Jobs jobs;
  private final Launcher launcher;
  private final Pause pause;
  private final int processes;
  private final RunListener listener;

  private final Deque<Cell> queue = new ArrayDeque<>();
  private final List<Active> active = new ArrayList<>();
  private final List<Cell> waiting = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Lets time pass. */
  interface Pause {
    void millis(long millis);
  }

  /**
   * @param setup what it works with
   * @param listener hears how it goes
   */
  public Runner(Setup setup, RunListener listener) {
    this(setup, listener, Runner::sleep);
  }

  Runner(Setup setup, RunListener listener, Pause pause) {
    this.folders = setup.folders();
    this.inspector = new CellInspector(setup.folders(), setup.resolution());
    this.jobs = new Jobs(setup.folders(), setup.threads(), setup.options());
    this.launcher = setup.launcher();
    this.processes = setup.processes();
    this.listener = listener;
    this.pause = pause;
  }

  /**
   * What a runner works with.
   *
   * @param folders where the cells are
   * @param resolution completes configurations
   * @param launcher starts commands
   * @param processes that run at once
   * @param threads of each
   * @param options of every command, such as {@code --data-dir}
   */
  public record Setup(
      CellFolders folders,
      Resolution resolution,
      Launcher launcher,
      int processes,
      int threads,
      List<String> options) {}

  /**
   * Runs what is missing, in the order given.
   *
   * @param stop whether to save and end
   * @return what became of each cell
   */
  public List<Outcome> run(List<Cell> cells, BooleanSupplier stop) {
    queue.addAll(cells);
    while (!stop.getAsBoolean() && !(queue.isEmpty() && active.isEmpty() && waiting.isEmpty())) {
      fill(stop);
      reap();
      listener.going(active.stream().map(this::progress).toList(), queue.size());
      if (!active.isEmpty() || !waiting.isEmpty()) {
        pause.millis(1000);
      }
      retryWaiting();
    }
    if (stop.getAsBoolean()) {
      stopAll();
    }
    return List.copyOf(outcomes);
  }

  private void fill(BooleanSupplier stop) {
    while (active.size() < processes && !queue.isEmpty() && !stop.getAsBoolean()) {
      advance(queue.poll(), Optional.empty());
    }
  }

  /** Starts the next command of a cell, or is done with it. */
  private void advance(Cell cell, Optional<Job> before) {
    CellStatus status = inspector.inspect(cell);
    switch (status.state()) {
      case FINISHED -> finish(cell, before.isEmpty());
      case DIFFERENT -> fail(cell, "its folder holds another training: " + status.differences());
      case BUSY -> {
        listener.waiting(cell);
        waiting.add(cell);
      }
      default -> start(cell, jobs.next(cell, status), before);
    }
  }

  private void start(Cell cell, Job job, Optional<Job> before) {
    if (before.isPresent() && before.get().kind() == job.kind()) {
      fail(cell, "`elbow " + job.arguments().get(0) + "` ended, and left the cell as it was");
      return;
    }
    Launcher.Running process =
        launcher.start(job.arguments(), folders.result(cell), folders.log(cell));
    active.add(new Active(cell, job, process));
  }

  private void reap() {
    for (Active done : active.stream().filter(a -> !a.process().isAlive()).toList()) {
      active.remove(done);
      JobResult result =
          JobResult.read(
              done.process().exitCode(), folders.result(done.cell()), folders.log(done.cell()));
      if (result.isDone()) {
        new Notes(folders).keep(done.cell(), done.job(), result);
        advance(done.cell(), Optional.of(done.job()));
      } else if (result.isBusy()) {
        waiting.add(done.cell());
      } else {
        fail(done.cell(), result.reason());
      }
    }
  }

  private void retryWaiting() {
    List<Cell> ready =
        waiting.stream().filter(c -> inspector.inspect(c).state() != State.BUSY).toList();
    waiting.removeAll(ready);
    ready.forEach(queue::addFirst);
  }

  private void finish(Cell cell, boolean before) {
    outcomes.add(new Outcome(cell, End.FINISHED, ""));
    listener.finished(cell, before);
  }

  private void fail(Cell cell, String reason) {
    outcomes.add(new Outcome(cell, End.FAILED, reason));
    listener.failed(cell, reason);
  }

  /** Asks every process to save; those that do not end in time are ended. */
  private void stopAll() {
    active.forEach(a -> a.process().stop());
    for (long waited = 0; waited < PATIENCE_MILLIS && anyAlive(); waited += 100) {
      pause.millis(100);
    }
    active.stream()
        .map(Active::process)
        .filter(Launcher.Running::isAlive)
        .forEach(Launcher.Running::kill);
    active.forEach(a -> outcomes.add(new Outcome(a.cell(), End.STOPPED, "")));
    waiting.forEach(cell -> outcomes.add(new Outcome(cell, End.STOPPED, "")));
    queue.forEach(cell -> outcomes.add(new Outcome(cell, End.STOPPED, "")));
  }

  private boolean anyAlive() {
    return active.stream().anyMatch(a -> a.process().isAlive());
  }

  private ActiveCell progress(Active running) {
    Cell cell = running.cell();
    String doing = running.job().kind().name().toLowerCase(Locale.ROOT);
    Path log = folders.run(cell).resolve("metrics.jsonl");
    if (cell.command() != CellCommand.TRAIN || !Files.isRegularFile(log)) {
      int planned = cell.command() == CellCommand.TRAIN ? CellInspector.plannedEpochs(cell) : 0;
      return new ActiveCell(cell, doing, 0, planned, 0);
    }
    List<ObjectNode> lines = new MetricsLog(log).readAll();
    double epochs = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("epoch").asDouble();
    double seconds = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("seconds").asDouble();
    double pace = epochs > 0 ? seconds / epochs : 0;
    return new ActiveCell(cell, doing, epochs, CellInspector.plannedEpochs(cell), pace);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
