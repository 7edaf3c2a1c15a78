package dev.elbow.cli.measure;

import dev.elbow.cli.measure.StepProcess.NotMeasured;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Times training steps with every candidate of an installation. */
public final class Measurement {
  private static final int OWN_STEPS = 30;
  private static final int OWN_WARMUP = 10;

  private final Path lib;
  private final Instructions instructions;
  private final StepProcess process;

  /**
   * @param lib of the installation
   * @param dataOptions of {@code elbow benchmark}
   */
  public Measurement(Path lib, List<String> dataOptions) {
    this.lib = lib;
    this.instructions = Instructions.here();
    this.process = new StepProcess(lib, dataOptions);
  }

  /**
   * Measures, each step of each candidate in a process of its own.
   *
   * @param file the configuration whose step is timed; empty for Elbow's two
   * @param about hears what is measured now
   * @throws InputException if there are no natives
   */
  public Measurements run(Optional<Path> file, Consumer<String> about) {
    Path backend = lib.resolve("backend-cpu");
    List<Candidate> candidates = Candidate.find(backend);
    if (candidates.isEmpty()) {
      throw new InputException(
          "MEASURE-NONE",
          "Expected jars with ND4J's native library, found none.",
          backend.toString(),
          "Unpack the Elbow distribution again.");
    }
    Path folder = temporaryFolder();
    try {
      List<Step> steps = steps(file, folder);
      List<Measured> measured =
          candidates.stream().map(candidate -> measure(candidate, steps, about)).toList();
      return new Measurements(backend, steps.stream().map(Step::name).toList(), measured);
    } finally {
      delete(folder);
    }
  }

  private Measured measure(Candidate candidate, List<Step> steps, Consumer<String> about) {
    Optional<String> missing = instructions.missingFor(candidate.natives().classifier());
    if (missing.isPresent()) {
      return Measured.refused(candidate, "this processor has no " + missing.get());
    }
    List<StepFigures> figures = new ArrayList<>();
    try {
      for (Step step : steps) {
        about.accept(candidate.label() + ": " + step.name());
        figures.add(process.time(candidate, step));
      }
      return Measured.of(candidate, figures);
    } catch (NotMeasured failure) {
      return Measured.refused(candidate, failure.getMessage());
    }
  }

  private static List<Step> steps(Optional<Path> file, Path folder) {
    if (file.isPresent()) {
      Path own = file.get().toAbsolutePath();
      return List.of(new Step(own.getFileName().toString(), own, OWN_WARMUP, OWN_STEPS));
    }
    return List.of(
        new Step("mlp", unpack("mlp.yaml", folder), 20, 100),
        new Step("conv", unpack("conv.yaml", folder), 3, 10));
  }

  private static Path unpack(String name, Path folder) {
    Path file = folder.resolve(name);
    try (InputStream content = Measurement.class.getResourceAsStream(name)) {
      Files.copy(content, file);
      return file;
    } catch (IOException problem) {
      throw unwritable(folder, problem);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("elbow-measure-");
    } catch (IOException problem) {
      throw unwritable(Path.of(System.getProperty("java.io.tmpdir")), problem);
    }
  }

  private static FailureException unwritable(Path folder, IOException problem) {
    return new FailureException(
        "MEASURE-FOLDER",
        "No temporary file can be written: " + problem.getMessage() + ".",
        folder.toString(),
        "Free some space there, or choose another folder with -Djava.io.tmpdir=FOLDER.",
        problem);
  }

  private static void delete(Path folder) {
    try {
      for (String name : List.of("mlp.yaml", "conv.yaml")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      // two small files in a temporary folder
    }
  }
}
