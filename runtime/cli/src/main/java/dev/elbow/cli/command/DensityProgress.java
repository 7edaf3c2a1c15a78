package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.engine.density.FitProgress;

/** Shows a fit on a line that moves, on a terminal. */
final class DensityProgress implements FitProgress {
  private final Console console;
  private final LiveLine live;

  DensityProgress(Console console) {
    this.console = console;
    this.live = new LiveLine(console);
  }

  @Override
  public void iterated(int start, int iteration, double meanLogLikelihood) {
    if (live.isDue()) {
      live.show(
          "fitting, start %d, iteration %d, %s nats"
              .formatted(start, iteration, Numbers.figure(meanLogLikelihood)));
    }
  }

  @Override
  public void remark(String text) {
    live.clear();
    console.note(text);
  }

  void close() {
    live.clear();
  }
}
