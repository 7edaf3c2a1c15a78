package dev.elbow.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this machine offers to CUDA. */
interface CudaMachine {

  /** What is missing for a driver, as a clause; empty if there is one. */
  Optional<String> missingDriver();

  /** The compute capabilities of the cards, such as {@code 8.6}; empty if they are not known. */
  List<String> computeCapabilities();

  /** The machine this runs on. */
  static CudaMachine here() {
    return new Local(System.getProperty("os.name").toLowerCase(Locale.ROOT));
  }

  /** Looks for the driver's files, and asks the driver's own tool for the cards. */
  record Local(String system) implements CudaMachine {
    private static final List<Path> LINUX =
        List.of(
            Path.of("/dev/nvidiactl"),
            Path.of("/usr/lib/x86_64-linux-gnu/libcuda.so.1"),
            Path.of("/usr/lib64/libcuda.so.1"),
            Path.of("/usr/lib/wsl/lib/libcuda.so.1"));

    @Override
    public Optional<String> missingDriver() {
      if (system.contains("linux")) {
        return present(LINUX)
            ? Optional.empty()
            : Optional.of("there is no NVIDIA driver (neither /dev/nvidiactl nor libcuda.so.1)");
      }
      if (system.contains("windows")) {
        return present(List.of(windowsDriver()))
            ? Optional.empty()
            : Optional.of("there is no NVIDIA driver (no " + windowsDriver() + ")");
      }
      return Optional.of("CUDA needs Linux or Windows, this is " + system);
    }

    private static Path windowsDriver() {
      String root = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
      return Path.of(root, "System32", "nvcuda.dll");
    }

    private static boolean present(List<Path> files) {
      return files.stream().anyMatch(Files::exists);
    }

    @Override
    public List<String> computeCapabilities() {
      try {
        Process tool =
            new ProcessBuilder("nvidia-smi", "--query-gpu=compute_cap", "--format=csv,noheader")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Two lines at most per card: the pipe holds them, so waiting first cannot block the tool.
        if (!tool.waitFor(10, TimeUnit.SECONDS)) {
          tool.destroyForcibly();
          return List.of();
        }
        return parse(new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unknown) {
        return List.of();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }

    static List<String> parse(String output) {
      return Stream.of(output.split("\\R"))
          .map(String::strip)
          .filter(line -> line.matches("\\d+\\.\\d+"))
          .toList();
    }
  }
}
