package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.data.FetchProgress;
import java.util.Locale;

/** Shows a download: a line that moves on a terminal, and one line a file that stays. */
final class FetchBar implements FetchProgress, AutoCloseable {
  private final LiveLine live;
  private String file = "";
  private String last = "";

  FetchBar(Console console) {
    this.live = new LiveLine(console);
  }

  @Override
  public void report(String name, long bytes, long total) {
    if (!name.equals(file)) {
      close();
      file = name;
    }
    last = line(name, bytes, total);
    if (live.isDue()) {
      live.show(last);
    }
  }

  /** Leaves the line of the file that came last. */
  @Override
  public void close() {
    if (!last.isEmpty()) {
      live.settle(last);
      last = "";
    }
  }

  private static String line(String name, long bytes, long total) {
    String of =
        total > 0
            ? String.format(Locale.ROOT, " of %s, %d%%", Numbers.bytes(total), bytes * 100 / total)
            : "";
    return name + "  " + Numbers.bytes(bytes) + of;
  }
}
