package dev.elbow.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** The process's memory as the operating system counts it: native memory is not on Java's heap. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "VmRSS:";

  private ResidentMemory() {}

  /** Resident bytes; without Linux's process files, those that JavaCPP reports. */
  static long bytes() {
    if (Files.isReadable(STATUS)) {
      try {
        for (String line : Files.readAllLines(STATUS)) {
          if (line.startsWith(KEY)) {
            return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
          }
        }
      } catch (IOException e) {
        // Another way is below.
        return Pointer.physicalBytes();
      }
    }
    return Pointer.physicalBytes();
  }
}
