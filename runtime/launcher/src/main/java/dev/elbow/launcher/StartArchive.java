package dev.elbow.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of loaded classes (class-data sharing) that makes later starts faster.
 *
 * <p>The start script names the file and has the JVM note what it loads; a training that ends well
 * writes it, once. The JVM itself refuses an archive of another JVM or of other jars, silently, and
 * verifies its checksums. Beside the archive lies a {@link Label}, by which the script sees that
 * the file is whole and this class that it is out of date.
 */
public final class StartArchive {
  /** The system property with the archive's file; empty or absent for none. */
  public static final String PROPERTY = "elbow.start.archive";

  /** Set where a training is to bring the archive up to date: {@link #RECORDING}, or any value. */
  static final String RENEW = "elbow.start.renew";

  static final String RECORDING = "record";

  private static final Logger LOG = LoggerFactory.getLogger(StartArchive.class);

  private final Path file;
  private final String key;
  private final Writer writer;

  /** Writes the classes that this JVM has loaded. */
  @FunctionalInterface
  interface Writer {
    void write(Path file) throws IOException, JMException;
  }

  StartArchive(Path file, String key, Writer writer) {
    this.file = file;
    this.key = key;
    this.writer = writer;
  }

  /** This process's archive; empty if the start script gave none. */
  public static Optional<StartArchive> here(Properties properties) {
    String file = properties.getProperty(PROPERTY, "");
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StartArchive(Path.of(file), ArchiveKey.of(properties), StartArchive::dump));
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Whether the archive is there, whole, and of this JVM and these jars. */
  public boolean isCurrent() {
    return Label.read(file).filter(label -> label.fits(file, key)).isPresent();
  }

  /**
   * Brings the archive up to date, if the start script asks for it; never throws, because a start
   * without an archive is only slower.
   *
   * @param writing called before the archive is written, which takes seconds
   */
  public static void renew(Properties properties, Runnable writing) {
    String how = properties.getProperty(RENEW, "");
    if (!how.isEmpty()) {
      here(properties).ifPresent(archive -> archive.renew(how.equals(RECORDING), writing));
    }
  }

  /**
   * Writes the archive, or removes one that is out of date, so that the next training writes it.
   *
   * @param recording whether this JVM has noted what it loaded
   */
  void renew(boolean recording, Runnable writing) {
    Optional<Label> label = Label.read(file);
    if (label.filter(found -> found.fits(file, key) || found.isHopeless(key)).isPresent()) {
      return;
    }
    try {
      if (recording) {
        writing.run();
        create();
        StartTrace.mark("an archive of classes is written for the next start");
      } else {
        Files.deleteIfExists(Label.fileOf(file));
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      LOG.debug("no archive of classes for the next start", unwritable);
    }
  }

  /** Under a name of its own first: no process ever meets half an archive. */
  private void create() throws IOException {
    Files.createDirectories(file.getParent());
    deleteLeftParts();
    Path part = Files.createTempFile(file.getParent(), "part-", ".jsa");
    try {
      Files.delete(part);
      write(part);
      long size = Files.exists(part) ? Files.size(part) : 0;
      if (size > 0) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      new Label(size, key).write(file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What processes left that were killed while they wrote; a younger part may still be written. */
  private void deleteLeftParts() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(file.getParent(), "part-*")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).compareTo(old) < 0) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** A JVM that cannot is remembered by a label with size 0. */
  private void write(Path part) throws IOException {
    try {
      writer.write(part);
    } catch (JMException | RuntimeException unable) {
      LOG.debug("this JVM writes no archive of its classes", unable);
    }
  }

  /** What {@code jcmd PID VM.cds dynamic_dump "FILE"} does, which splits arguments at blanks. */
  private static void dump(Path file) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "vmCds",
            new Object[] {new String[] {"dynamic_dump", '"' + file.toString() + '"'}},
            new String[] {String[].class.getName()});
  }
}
