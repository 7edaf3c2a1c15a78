package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Paint;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.run.RunListener;
import dev.elbow.experiments.run.Runner;
import dev.elbow.experiments.run.TimeLeft;
import java.util.ArrayList;
import java.util.List;

/** Shows an experiment: a line that moves on a terminal, and one line a cell that stays. */
final class GridBoard implements RunListener {
  private final Console console;
  private final Paint paint;
  private final LiveLine live;
  private final int cells;
  private final Runner.Setup setup;
  private final TimeLeft time;
  private int done;

  GridBoard(Console console, List<Cell> cells, Runner.Setup setup) {
    this.console = console;
    this.paint = console.paint();
    this.live = new LiveLine(console);
    this.cells = cells.size();
    this.setup = setup;
    this.time = new TimeLeft(setup.folders(), cells, setup.processes());
  }

  void started(GridCommand.Task task) {
    console
        .text()
        .printf(
            "%s, %s size: %d cells, %d at once with %d %s each%n%s%n%n",
            paint.bold(task.experiment().name()),
            task.size().name(),
            cells,
            setup.processes(),
            setup.threads(),
            setup.threads() == 1 ? "thread" : "threads",
            paint.dim(console.show(task.out())));
  }

  @Override
  public void finished(Cell cell, boolean before) {
    done++;
    time.over(cell);
    String took = before ? "was there" : time.secondsOf(cell).map(Numbers::duration).orElse("");
    live.settle(
        "  %s %s  %s%s"
            .formatted(
                paint.green(console.symbol("✓", "done")),
                cell.name(),
                paint.dim(took),
                paint.dim("  %d of %d".formatted(done, cells))));
  }

  @Override
  public void failed(Cell cell, String reason) {
    done++;
    time.over(cell);
    live.settle(
        "  %s %s  %s".formatted(paint.red(console.symbol("✗", "failed")), cell.name(), reason));
    live.settle("    log: " + console.show(setup.folders().log(cell)));
  }

  @Override
  public void waiting(Cell cell) {
    live.settle("  " + cell.name() + " is being written by another process; waiting for it");
  }

  @Override
  public void going(List<ActiveCell> active, int left) {
    if (!live.isDue()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (ActiveCell cell : active) {
      String epochs =
          cell.doing().equals("evaluate") || cell.planned() == 0
              ? cell.doing()
              : "%.0f/%d".formatted(cell.epochs(), cell.planned());
      parts.add(cell.cell().name() + " " + epochs);
    }
    String clock =
        time.left(active).isPresent()
            ? "about " + Numbers.clock(time.left(active).getAsDouble()) + " left"
            : "";
    live.show("  %d/%d  %s  %s".formatted(done, cells, clock, String.join(", ", parts)));
  }

  void clear() {
    live.clear();
  }
}
