package dev.elbow.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/** The process's memory as the operating system counts it: native memory is not on Java's heap. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String FORGET_PEAK = "5";

  private ResidentMemory() {}

  /** Resident bytes; without Linux's process files, those that JavaCPP reports. */
  static long bytes() {
    return read("VmRSS:").orElseGet(Pointer::physicalBytes);
  }

  /** The most there were since {@link #forgetPeak}, if Linux tells. */
  static OptionalLong peak() {
    return read("VmHWM:");
  }

  /** Begins a new peak, where the system lets a process do so. */
  static void forgetPeak() {
    try {
      Files.writeString(CLEAR, FORGET_PEAK);
    } catch (IOException e) {
      // The peak is the process's then.
    }
  }

  private static OptionalLong read(String key) {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
