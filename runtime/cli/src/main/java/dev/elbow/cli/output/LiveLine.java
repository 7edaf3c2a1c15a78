package dev.elbow.cli.output;

import java.io.PrintStream;

/** A line that is written over until it settles; without a terminal only settled lines appear. */
public final class LiveLine {
  private static final long INTERVAL = 100_000_000L;

  private final PrintStream text;
  private final boolean live;
  private final int columns;
  private long shownAt = System.nanoTime() - INTERVAL;
  private int shownLength;

  public LiveLine(Console console) {
    this.text = console.text();
    this.live = console.live();
    this.columns = console.terminal().columns();
  }

  /** Whether it is time to show something new; never without a terminal. */
  public boolean isDue() {
    return live && System.nanoTime() - shownAt >= INTERVAL;
  }

  /** Writes over the line. */
  public void show(String line) {
    if (!live) {
      return;
    }
    String fitting = fit(line);
    text.print("\r" + fitting + padding(fitting));
    text.flush();
    shownLength = visibleLength(fitting);
    shownAt = System.nanoTime();
  }

  /** Writes over the line, and leaves it. */
  public void settle(String line) {
    text.println((live ? "\r" : "") + line + (live ? padding(line) : ""));
    text.flush();
    shownLength = 0;
  }

  /** Removes the line. */
  public void clear() {
    if (live && shownLength > 0) {
      text.print("\r" + " ".repeat(shownLength) + "\r");
      text.flush();
      shownLength = 0;
    }
  }

  private String padding(String line) {
    return " ".repeat(Math.max(0, shownLength - visibleLength(line)));
  }

  /** Cut to the width: a line that wraps could not be written over. */
  private String fit(String line) {
    StringBuilder fitting = new StringBuilder();
    int visible = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\u001b') {
        int end = line.indexOf('m', i);
        fitting.append(line, i, end + 1);
        i = end;
      } else if (visible < columns - 1) {
        fitting.append(line.charAt(i));
        visible++;
      }
    }
    return fitting.toString();
  }

  private static int visibleLength(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "").length();
  }
}
