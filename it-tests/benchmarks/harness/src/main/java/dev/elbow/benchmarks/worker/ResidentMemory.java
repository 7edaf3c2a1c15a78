package dev.elbow.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The process's resident memory, as Linux tells it. */
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  private ResidentMemory() {}

  /** Begins a new peak, where the system lets a process do so. */
  public static void forgetPeak() {
    try {
      Files.writeString(CLEAR, "5");
    } catch (IOException e) {
      // The peak is the process's then.
    }
  }

  /** The most there was since {@link #forgetPeak}, bytes; 0 if the system does not tell. */
  public static long peak() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
