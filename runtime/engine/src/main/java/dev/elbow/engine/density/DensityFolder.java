package dev.elbow.engine.density;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The fitted densities that a run keeps, {@code density/mixture-10.json}. */
final class DensityFolder {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path run;
  private final long step;
  private final FitProgress progress;

  /**
   * @param run the run's folder
   * @param step of the checkpoint; densities of other checkpoints are not used
   */
  DensityFolder(Path run, long step, FitProgress progress) {
    this.run = run;
    this.step = step;
    this.progress = progress;
  }

  /** What was kept of this kind and checkpoint; a damaged file is remarked on and passed over. */
  Optional<FittedDensity> find(DensityKind kind) {
    Path file = kind.fileIn(run);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      return DensityJson.isOf(json, step)
          ? Optional.of(DensityJson.read(json, kind))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      progress.remark(file + " is damaged (" + describe(e) + "); the density is fitted anew");
      return Optional.empty();
    }
  }

  private static String describe(Exception e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  /** Keeps a density; where the run cannot be written, says so and goes on. */
  void keep(FittedDensity density) {
    Path file = density.kind().fileIn(run);
    try {
      AtomicFiles.write(file, DensityJson.write(density, step).toPrettyString() + "\n");
    } catch (FailureException e) {
      progress.remark("the density is not kept: " + e.problem() + " " + e.place());
    }
  }
}
