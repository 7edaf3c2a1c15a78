package dev.elbow.cli.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What this process runs on, for a table of figures. */
public final class Machine {
  private static final double GIGABYTE = 1e9;

  private Machine() {}

  /** {@code AMD EPYC 7763, 2 cores, 25 GB, Linux 6.1 amd64, Java 17.0.15}. */
  public static String description() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %.0f GB, %s %s %s, Java %s",
        processor(),
        cores(),
        memory() / GIGABYTE,
        System.getProperty("os.name"),
        System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"));
  }

  /** The cores that this process may use. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The memory that this process may use, in bytes: the machine's, or its container's. */
  public static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException noSuchFile) {
      return System.getProperty("os.arch");
    }
  }
}
