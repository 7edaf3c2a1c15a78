package dev.elbow.report.comparison;

import dev.elbow.report.record.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Short names of runs that tell them apart. */
final class RunLabels {
  private RunLabels() {}

  /** The folders' names, with as many of the folders above as it takes to make them differ. */
  static List<String> of(List<RunRecord> runs) {
    List<Path> paths =
        runs.stream().map(run -> run.folder().path().toAbsolutePath().normalize()).toList();
    int deepest = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
    return IntStream.rangeClosed(1, deepest)
        .mapToObj(depth -> paths.stream().map(path -> end(path, depth)).toList())
        .filter(names -> names.stream().distinct().count() == names.size())
        .findFirst()
        .orElseGet(() -> paths.stream().map(Path::toString).toList());
  }

  private static String end(Path path, int depth) {
    int names = path.getNameCount();
    return names == 0
        ? path.toString()
        : path.subpath(Math.max(0, names - depth), names).toString();
  }
}
