package dev.elbow.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Prints what the start of a process spends its time on, if {@code ELBOW_TRACE_START} is set.
 *
 * <p>A line on standard error for each mark: milliseconds since the process began, the start script
 * included, since the mark before, and of all cores together.
 */
public final class StartTrace {
  /** The environment variable; any value but the empty one. */
  public static final String VARIABLE = "ELBOW_TRACE_START";

  private static final boolean ENABLED = !System.getenv().getOrDefault(VARIABLE, "").isEmpty();
  private static long last;

  private StartTrace() {}

  /** Whether marks are printed. */
  public static boolean isEnabled() {
    return ENABLED;
  }

  /** Says that something is done, such as {@code ND4J runs}. */
  public static synchronized void mark(String done) {
    if (ENABLED) {
      ProcessHandle.Info process = ProcessHandle.current().info();
      Instant now = Instant.now();
      long wall = Duration.between(process.startInstant().orElse(now), now).toMillis();
      long processor = process.totalCpuDuration().orElse(Duration.ZERO).toMillis();
      System.err.println(line(wall, wall - last, processor, done));
      last = wall;
    }
  }

  static String line(long wall, long more, long processor, String done) {
    return String.format(
        Locale.ROOT, "start %6d ms  %+6d  cpu %6d ms  %s", wall, more, processor, done);
  }
}
