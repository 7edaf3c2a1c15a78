package dev.elbow.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What figures depend on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  public static Map<String, String> facts(int threads) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", processor());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("threads", Integer.toString(threads));
    facts.put("vectors", flag("avx512f") ? "AVX-512" : flag("avx2") ? "AVX2" : "unknown");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("waiting", "OMP_WAIT_POLICY=PASSIVE");
    facts.put("load at the start", load());
    return facts;
  }

  private static String processor() {
    return line("model name").map(line -> line.replaceFirst(".*:\\s*", "")).orElse("unknown");
  }

  private static boolean flag(String name) {
    return line("flags").filter(line -> line.contains(" " + name)).isPresent();
  }

  private static String load() {
    double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return average < 0 ? "unknown" : "%.1f".formatted(average);
  }

  private static Optional<String> line(String start) {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines.filter(line -> line.startsWith(start)).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
