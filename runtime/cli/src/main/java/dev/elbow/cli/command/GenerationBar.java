package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.engine.evaluation.GenerationProgress;

/** Shows how far a decoder is that samples step by step, and how long it will take. */
final class GenerationBar implements GenerationProgress, AutoCloseable {
  private final LiveLine live;
  private final long start = System.nanoTime();

  GenerationBar(Console console) {
    this.live = new LiveLine(console);
  }

  @Override
  public void advanced(long done, long total) {
    if (live.isDue()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      live.show(
          "drawing, step %s of %s, %s left"
              .formatted(
                  Numbers.count(done),
                  Numbers.count(total),
                  Numbers.clock(seconds / done * (total - done))));
    }
  }

  /** Removes the line. */
  @Override
  public void close() {
    live.clear();
  }
}
