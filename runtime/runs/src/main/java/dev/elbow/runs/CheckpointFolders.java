package dev.elbow.runs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names below {@code checkpoints/}.
 *
 * <ul>
 *   <li>{@code step-000000469}: a complete checkpoint
 *   <li>{@code .step-000000469.replaced}: the former checkpoint of a step that is being saved
 *       again; it counts until the new one has its name
 *   <li>{@code .*.tmp}: being made or being removed; never read
 * </ul>
 */
final class CheckpointFolders {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolders.class);
  private static final Pattern COMPLETE = Pattern.compile("step-(\\d{9,18})");
  private static final Pattern REPLACED = Pattern.compile("\\.step-(\\d{9,18})\\.replaced");

  private final Path folder;

  CheckpointFolders(Path folder) {
    this.folder = folder;
  }

  Path name(long step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%09d", step));
  }

  private Path replacedName(long step) {
    return folder.resolve("." + name(step).getFileName() + ".replaced");
  }

  /** Complete checkpoints by step. */
  NavigableMap<Long, Path> all() {
    NavigableMap<Long, Path> result = new TreeMap<>();
    for (Path path : children()) {
      String text = path.getFileName().toString();
      Matcher complete = COMPLETE.matcher(text);
      Matcher replaced = REPLACED.matcher(text);
      if (complete.matches()) {
        result.put(Long.parseLong(complete.group(1)), path);
      } else if (replaced.matches()) {
        result.putIfAbsent(Long.parseLong(replaced.group(1)), path);
      }
    }
    return result;
  }

  Optional<Path> locate(long step) {
    return Optional.ofNullable(all().get(step));
  }

  /** Makes or replaces the folder of a step; a kill leaves the former or the new one. */
  void write(long step, AtomicFiles.FolderContent content) {
    Path target = name(step);
    if (Files.exists(target)) {
      setAside(target, replacedName(step));
    }
    AtomicFiles.writeFolder(target, content);
    discard(replacedName(step));
  }

  private static void setAside(Path target, Path replaced) {
    discard(replaced);
    try {
      AtomicFiles.rename(target, replaced);
    } catch (IOException e) {
      throw DiskErrors.writing(target, e);
    }
  }

  void remove(long step) {
    discard(name(step));
    discard(replacedName(step));
  }

  /** Removes temporary folders, and settles a replacement that was cut short. */
  void removeLeftovers() {
    for (Path path : children()) {
      Matcher replaced = REPLACED.matcher(path.getFileName().toString());
      if (AtomicFiles.isTemporary(path)) {
        AtomicFiles.deleteQuietly(path);
      } else if (replaced.matches()) {
        settle(path, name(Long.parseLong(replaced.group(1))));
      }
    }
  }

  private static void settle(Path replaced, Path target) {
    if (Files.exists(target)) {
      discard(replaced);
      return;
    }
    try {
      AtomicFiles.rename(replaced, target);
    } catch (IOException e) {
      throw DiskErrors.writing(target, e);
    }
  }

  // An old checkpoint that cannot be removed costs space, not results: training goes on.
  private static void discard(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    Path doomed = AtomicFiles.temporaryFor(path);
    try {
      AtomicFiles.rename(path, doomed);
      AtomicFiles.deleteQuietly(doomed);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", path, e.toString());
    }
  }

  private List<Path> children() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      List<Path> result = new ArrayList<>();
      stream.forEach(result::add);
      return result;
    } catch (IOException e) {
      throw DiskErrors.reading(folder, e);
    }
  }
}
