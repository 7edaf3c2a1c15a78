package dev.elbow.cli.measure;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The options of this JVM that a process with another class path takes over. */
final class ChildJvm {
  private static final Predicate<String> THIS_ONE_ONLY =
      option ->
          Stream.of(
                  "-javaagent:",
                  "-agentlib:",
                  "-agentpath:",
                  "-Xlog",
                  "-XX:SharedArchiveFile",
                  "-XX:+RecordDynamicDumpInfo",
                  "-XX:TieredStopAtLevel",
                  "-Delbow.start.",
                  "-Delbow.terminal",
                  "-Dorg.bytedeco.openblas.load")
              .anyMatch(option::startsWith);

  private ChildJvm() {}

  /** Memory, collector, allowances and properties, without what names files or the class path. */
  static List<String> options(List<String> inputArguments) {
    return inputArguments.stream().filter(THIS_ONE_ONLY.negate()).toList();
  }
}
