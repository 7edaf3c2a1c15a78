package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The folder of one training, and the names in it. */
public final class RunFolder {

  static final String CONFIG = "config.yaml";
  static final String LOCK = "run.lock";
  static final String MANIFEST = "manifest.json";

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes {@code parent/<name>-<yyyyMMdd-HHmmss>}, or with {@code -2}, {@code -3} appended if that
   * is taken.
   *
   * @param name characters other than letters, digits, {@code . _ -} become {@code -}
   * @param clock gives the time and its zone
   * @throws FailureException {@code RUN-DISK} if the disk refuses
   */
  public static RunFolder create(Path parent, String name, Clock clock) {
    return new RunFolder(RunFolders.createNamed(parent, name, clock));
  }

  /**
   * Makes the given folder; an empty one may exist, or one where a run was killed before it began.
   *
   * @throws InputException {@code RUN-OUT-NOT-EMPTY} if it holds something or is a file
   */
  public static RunFolder createAt(Path out) {
    return new RunFolder(RunFolders.createEmpty(out));
  }

  /**
   * Opens an existing run.
   *
   * @throws InputException {@code RUN-NOT-A-RUN} with what is missing and the newest runs near it
   */
  public static RunFolder open(Path path) {
    if (!isRun(path)) {
      throw RunFolders.notARun(path);
    }
    return new RunFolder(path);
  }

  static boolean isRun(Path path) {
    return Files.isRegularFile(path.resolve(CONFIG)) && Files.isRegularFile(path.resolve(MANIFEST));
  }

  public Path path() {
    return path;
  }

  public Path configFile() {
    return path.resolve(CONFIG);
  }

  public Path manifestFile() {
    return path.resolve(MANIFEST);
  }

  public Path images() {
    return path.resolve("images");
  }

  public Path report() {
    return path.resolve("report.html");
  }

  /** The figures of the finished run, {@code evaluation.json}. */
  public Path evaluation() {
    return path.resolve("evaluation.json");
  }

  /**
   * Name to figure, as {@link Figure#toJson} writes them; empty if the run is not finished.
   *
   * @throws InputException {@code RUN-EVALUATION} if the file is not a JSON object
   */
  public ObjectNode figures() {
    if (!Files.exists(evaluation())) {
      return Json.object();
    }
    try {
      return Json.parse(read(evaluation()));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "RUN-EVALUATION",
          "not JSON: " + Json.describe(e),
          evaluation().toString(),
          "Remove the file and evaluate again: elbow evaluate " + path,
          e);
    }
  }

  public MetricsLog metrics() {
    return new MetricsLog(path.resolve("metrics.jsonl"));
  }

  /** What the collapse doctor said, {@code doctor.jsonl}. */
  public MetricsLog findings() {
    return new MetricsLog(path.resolve("doctor.jsonl"));
  }

  public CheckpointStore checkpoints() {
    return new CheckpointStore(path);
  }

  /** The resolved configuration, YAML text. */
  public String config() {
    return read(configFile());
  }

  /**
   * @throws InputException {@code RUN-MANIFEST} if the file is not a JSON object
   */
  public ObjectNode manifest() {
    try {
      return Json.parse(read(manifestFile()));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "RUN-MANIFEST",
          "not JSON: " + Json.describe(e),
          manifestFile().toString(),
          "Restore the file from a copy, or train again.",
          e);
    }
  }

  /** Writes {@code config.yaml}, atomically. */
  public void writeConfig(String yaml) {
    AtomicFiles.write(configFile(), yaml);
  }

  /** Writes {@code manifest.json}, atomically. */
  public void writeManifest(ObjectNode manifest) {
    AtomicFiles.write(manifestFile(), Json.pretty(manifest));
  }

  /**
   * Makes this process the run's only writer until the lock is closed or the process ends, and
   * removes what a killed writer left behind.
   *
   * @throws InputException {@code RUN-BUSY} if another writer has it
   */
  public RunLock lock() {
    RunLock lock = RunLock.acquire(path.resolve(LOCK));
    try {
      RunFolders.removeTemporary(path);
      RunFolders.removeTemporary(images());
      checkpoints().removeLeftovers();
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }
}
