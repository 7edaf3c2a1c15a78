package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the backend folder of an Elbow installation. */
public final class Backends {
  static final String CPU_CLASS = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  static final String CUDA_CLASS = "org.nd4j.linalg.jcublas.JCublasBackend";

  private static final String CPU_FOLDER = "backend-cpu";
  private static final String ASKED_FOR_CPU = "The configuration asks for the CPU.";
  private static final String CUDA_JAR = "nd4j-cuda-11.6";
  private static final String LIMITS =
      "ND4J 1.0.0-M2.1 is compiled for compute capability 3.7 to 8.6"
          + " (Ampere and older, not Hopper)";

  private final ClassLoader loader;
  private final CudaMachine machine;

  Backends(ClassLoader loader, CudaMachine machine) {
    this.loader = loader;
    this.machine = machine;
  }

  /**
   * Chooses among {@code backend-cpu} and {@code backend-cuda} in a {@code lib} folder. A backend
   * that is on the class path already needs no folder, and then the folder is not looked at.
   *
   * @param lib the installation's {@code lib} folder; it need not exist for an embedder
   * @throws InputException BACKEND-NO-CUDA or BACKEND-NO-CPU, saying what is missing
   */
  public static BackendChoice choose(Path lib, Device device) {
    return new Backends(ClassLoader.getSystemClassLoader(), CudaMachine.here()).pick(lib, device);
  }

  /** Whether this process was started with a backend on its class path. */
  public static boolean isOnClassPath() {
    Backends here = new Backends(ClassLoader.getSystemClassLoader(), CudaMachine.here());
    return here.isLoadable(CPU_CLASS) || here.isLoadable(CUDA_CLASS);
  }

  BackendChoice pick(Path lib, Device device) {
    Optional<BackendChoice> loaded = onClassPath(lib, device);
    if (loaded.isPresent()) {
      return loaded.get();
    }
    return switch (device) {
      case CPU -> cpu(lib, ASKED_FOR_CPU);
      case CUDA -> {
        Optional<String> missing = missingForCuda(lib);
        if (missing.isPresent()) {
          throw noCuda(missing.get(), lib);
        }
        yield cuda(lib, "The configuration asks for CUDA.");
      }
      case AUTO ->
          missingForCuda(lib)
              .map(missing -> cpu(lib, "The CPU, because " + missing + "."))
              .orElseGet(() -> cuda(lib, "CUDA, because the backend and a card are there."));
    };
  }

  private Optional<BackendChoice> onClassPath(Path lib, Device device) {
    if (device != Device.CPU && isLoadable(CUDA_CLASS)) {
      return Optional.of(present(Device.CUDA, "The cuda backend is on the class path."));
    }
    if (device != Device.CUDA && isLoadable(CPU_CLASS)) {
      return Optional.of(present(Device.CPU, reasonForCpu(lib, device)));
    }
    return Optional.empty();
  }

  private static BackendChoice present(Device device, String reason) {
    return new BackendChoice(device, Optional.empty(), reason, List.of());
  }

  /** The start script puts the CPU's jars on the class path where there are none for CUDA. */
  private String reasonForCpu(Path lib, Device device) {
    if (!Files.isDirectory(lib.resolve(CPU_FOLDER))) {
      return "The cpu backend is on the class path.";
    }
    return device == Device.CPU
        ? ASKED_FOR_CPU
        : missingForCuda(lib)
            .map(missing -> "The CPU, because " + missing + ".")
            .orElse("The cpu backend is on the class path.");
  }

  private boolean isLoadable(String className) {
    return loader.getResource(className.replace('.', '/') + ".class") != null;
  }

  private BackendChoice cpu(Path lib, String reason) {
    Path folder = lib.resolve(CPU_FOLDER);
    List<Path> jars = jars(folder);
    if (jars.isEmpty()) {
      throw new InputException(
          "BACKEND-NO-CPU",
          "Expected the jars of ND4J's CPU backend, found none.",
          folder.toString(),
          "Unpack the Elbow distribution again, or put nd4j-native on the class path.");
    }
    return new BackendChoice(Device.CPU, Optional.of(folder), reason, jars);
  }

  private static BackendChoice cuda(Path lib, String reason) {
    Path folder = lib.resolve("backend-cuda");
    return new BackendChoice(Device.CUDA, Optional.of(folder), reason, jars(folder));
  }

  /** What CUDA lacks here, as a clause; empty if nothing. */
  private Optional<String> missingForCuda(Path lib) {
    Path folder = lib.resolve("backend-cuda");
    if (jars(folder).stream().noneMatch(jar -> name(jar).startsWith(CUDA_JAR))) {
      return Optional.of("there is no " + CUDA_JAR + " jar in " + folder);
    }
    return machine.missingDriver().or(this::unsupportedCard);
  }

  private Optional<String> unsupportedCard() {
    List<String> cards = machine.computeCapabilities();
    if (cards.isEmpty() || cards.stream().anyMatch(Backends::isSupported)) {
      return Optional.empty();
    }
    return Optional.of(
        "the card has compute capability " + String.join(", ", cards) + " and " + LIMITS);
  }

  // A cubin for 8.6 also runs on 8.7 and 8.9: the minor version only has to be high enough.
  private static boolean isSupported(String capability) {
    double value = Double.parseDouble(capability);
    return value >= 3.7 && value < 9.0;
  }

  private static InputException noCuda(String missing, Path lib) {
    return new InputException(
        "BACKEND-NO-CUDA",
        "The configuration asks for device cuda, but " + missing + ".",
        lib.toString(),
        "Put "
            + CUDA_JAR
            + " and its CUDA libraries into "
            + lib.resolve("backend-cuda")
            + " and install an NVIDIA driver, or use device auto or cpu. "
            + LIMITS
            + ".");
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
    } catch (IOException problem) {
      throw new FailureException(
          "BACKEND-FOLDER",
          "The backend folder cannot be read: " + problem.getMessage() + ".",
          folder.toString(),
          "Make the folder readable.",
          problem);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
