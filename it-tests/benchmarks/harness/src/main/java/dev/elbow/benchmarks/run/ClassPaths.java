package dev.elbow.benchmarks.run;

import dev.elbow.benchmarks.report.Peer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where each contender's classes are.
 *
 * @param home of the benchmarks' modules, built
 * @param elbow an unpacked distribution: Elbow, its plugins, and the backend of all who use ND4J
 */
record ClassPaths(Path home, Path elbow) {

  String of(Peer peer) {
    String entries =
        switch (peer.libraries()) {
          case ND4J ->
              join(
                  elbow.resolve("conf").toString(),
                  elbow.resolve("lib") + "/*",
                  elbow.resolve("lib/backend-cpu") + "/*",
                  elbow.resolve("bundles") + "/*",
                  module("nd4j"));
          case LIBTORCH -> module("libtorch");
        };
    return entries;
  }

  private String module(String name) {
    Path target = home.resolve(name).resolve("target");
    try {
      String libraries = Files.readString(target.resolve("class-path.txt")).strip();
      return join(target.resolve("classes").toString(), libraries);
    } catch (IOException e) {
      throw new UncheckedIOException("it-tests/benchmarks/" + name + " is not built", e);
    }
  }

  private static String join(String... entries) {
    return String.join(File.pathSeparator, List.of(entries));
  }
}
