package dev.elbow.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run: the newest two and the best one.
 *
 * <p>A checkpoint is the folder {@code checkpoints/step-000000469} with {@code model.safetensors}
 * and {@code manifest.json}. It is made under a temporary name and renamed, and it says itself
 * whether it is the best, so that there is no second file that could disagree after a kill.
 * Removing renames first, so that no half-removed folder bears a checkpoint's name.
 *
 * <p>Any number of readers, one writer: who saves holds {@link RunFolder#lock()}.
 */
public final class CheckpointStore {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);
  private static final int NEWEST = 2;

  private final CheckpointFolders folders;

  public CheckpointStore(Path runFolder) {
    this.folders = new CheckpointFolders(runFolder.resolve("checkpoints"));
  }

  /**
   * Saves a checkpoint and removes those that are no longer wanted: all but the newest two and the
   * best, and those of a later step, which belong to a course that was given up.
   *
   * @param best whether it is the best so far
   * @throws FailureException {@code RUN-DISK} if the disk is full; what was there is still there
   */
  public void save(long step, Map<String, Tensor> tensors, ObjectNode state, boolean best) {
    Checkpoint checkpoint = new Checkpoint(step, best, tensors, state);
    folders.write(step, folder -> CheckpointFiles.write(folder, checkpoint));
    removeAfter(step);
    List<Long> steps = steps();
    List<Long> kept =
        new ArrayList<>(steps.subList(Math.max(0, steps.size() - NEWEST), steps.size()));
    best().ifPresent(kept::add);
    steps.stream().filter(s -> !kept.contains(s)).forEach(folders::remove);
    folders.removeLeftovers();
  }

  /** The steps that have a checkpoint, oldest first. */
  public List<Long> steps() {
    return List.copyOf(folders.all().keySet());
  }

  /** The newest checkpoint's step, whether or not it is intact. */
  public Optional<Long> latest() {
    NavigableMap<Long, Path> all = folders.all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.lastKey());
  }

  /** The step of the newest checkpoint that was saved as the best. */
  public Optional<Long> best() {
    return folders.all().descendingMap().entrySet().stream()
        .filter(entry -> CheckpointFiles.isBest(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The folder of a checkpoint, whether or not it is there. */
  public Path folder(long step) {
    return folders.locate(step).orElse(folders.name(step));
  }

  /**
   * Reads a checkpoint after verifying its digests.
   *
   * @throws InputException {@code CHECKPOINT-MISSING}, {@code CHECKPOINT-TRUNCATED}, {@code
   *     CHECKPOINT-ALTERED}, {@code CHECKPOINT-VERSION}, {@code CHECKPOINT-TYPE} or {@code
   *     CHECKPOINT-MALFORMED}; the fix names the newest intact checkpoint
   */
  public Checkpoint load(long step) {
    Path folder = folders.locate(step).orElseThrow(() -> noSuchStep(step));
    try {
      return CheckpointFiles.read(folder, step);
    } catch (InputException e) {
      throw new InputException(e.id(), e.problem(), e.place(), alternative(step), e);
    }
  }

  /**
   * Reads the newest intact checkpoint, for a resume; newer damaged ones are logged.
   *
   * @return empty if the run has no checkpoint yet
   * @throws InputException the newest one's damage, if none is intact
   */
  public Optional<Checkpoint> latestGood() {
    InputException first = null;
    for (long step : folders.all().descendingKeySet()) {
      try {
        return Optional.of(load(step));
      } catch (InputException e) {
        LOG.warn("checkpoint of step {} is passed over. {}", step, e.getMessage());
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return Optional.empty();
  }

  /**
   * Removes the checkpoints of later steps, for a resume from an earlier one. Only for the holder
   * of the run's lock.
   */
  public void removeAfter(long step) {
    folders.all().tailMap(step, false).keySet().forEach(folders::remove);
  }

  /** Removes what a killed process left behind. Only for the holder of the run's lock. */
  void removeLeftovers() {
    folders.removeLeftovers();
  }

  private String alternative(long damaged) {
    for (long step : folders.all().descendingKeySet()) {
      if (step != damaged && isIntact(step)) {
        return String.format(
            Locale.ROOT,
            "The newest intact checkpoint is step %d (%s): `elbow resume` continues from it.",
            step,
            folder(step).getFileName());
      }
    }
    return "No other checkpoint of this run is intact: restore the file from a copy or train again.";
  }

  private boolean isIntact(long step) {
    try {
      CheckpointFiles.verify(folder(step), step);
      return true;
    } catch (InputException | FailureException e) {
      return false;
    }
  }

  private InputException noSuchStep(long step) {
    List<Long> steps = steps();
    return new InputException(
        "CHECKPOINT-MISSING",
        "no checkpoint of step " + step,
        folder(step).toString(),
        steps.isEmpty()
            ? "The run has no checkpoint yet: train first."
            : steps.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "Steps with a checkpoint: ", ".")));
  }
}
