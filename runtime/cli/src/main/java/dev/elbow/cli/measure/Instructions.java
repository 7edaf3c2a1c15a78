package dev.elbow.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The instruction sets of this machine's processor.
 *
 * @param flags as Linux names them, such as {@code avx2}; empty if they are not known
 */
record Instructions(Set<String> flags) {
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "avx2", List.of("avx2", "fma"),
          "avx512", List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"));

  static Instructions here() {
    try {
      return parse(Files.readString(Path.of("/proc/cpuinfo")));
    } catch (IOException noLinux) {
      return new Instructions(Set.of());
    }
  }

  static Instructions parse(String cpuinfo) {
    return cpuinfo
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip().split("\\s+"))
        .map(flags -> new Instructions(Set.of(flags)))
        .orElse(new Instructions(Set.of()));
  }

  /** The first instruction set that natives need and the processor lacks. */
  Optional<String> missingFor(String classifier) {
    String extension = classifier.substring(classifier.lastIndexOf('-') + 1);
    return NEEDED.getOrDefault(extension, List.of()).stream()
        .filter(needed -> !flags.isEmpty() && !flags.contains(needed))
        .findFirst();
  }
}
