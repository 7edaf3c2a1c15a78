package dev.elbow.benchmarks.report;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.cases.Model.Body;
import dev.elbow.benchmarks.cases.Model.Flow;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Those who are compared. */
public enum Peer {
  ELBOW("elbow", Libraries.ND4J, "dev.elbow.benchmarks.elbow.ElbowContender"),
  SAMEDIFF("samediff-fit", Libraries.ND4J, "dev.elbow.benchmarks.samediff.SameDiffContender"),
  DL4J("dl4j", Libraries.ND4J, "dev.elbow.benchmarks.dl4j.Dl4jContender"),
  LIBTORCH("libtorch", Libraries.LIBTORCH, "dev.elbow.benchmarks.libtorch.TorchContender"),
  /** The matrix products of a step alone, each at the best speed seen. */
  FLOOR("floor", Libraries.LIBTORCH, "dev.elbow.benchmarks.libtorch.Floor");

  /** ND4J and libtorch need different versions of JavaCPP, hence different class paths. */
  public enum Libraries {
    ND4J,
    LIBTORCH
  }

  private final String label;
  private final Libraries libraries;
  private final String mainClass;

  Peer(String label, Libraries libraries, String mainClass) {
    this.label = label;
    this.libraries = libraries;
    this.mainClass = mainClass;
  }

  /** As on the command line and in tables. */
  public String label() {
    return label;
  }

  public Libraries libraries() {
    return libraries;
  }

  public String mainClass() {
    return mainClass;
  }

  /**
   * What its process gets beside threads and waiting policy. libtorch allocates each result anew:
   * glibc is told to keep freed memory, which makes its steps a quarter faster and takes no more.
   */
  public Map<String, String> environment() {
    return this == LIBTORCH
        ? Map.of(
            "MALLOC_MMAP_THRESHOLD_", "33554432",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "MALLOC_ARENA_MAX", "1")
        : Map.of();
  }

  /** Whether it has this model: DL4J's layer is a multilayer perceptron without flows. */
  public boolean fits(Case subject) {
    return this != DL4J
        || subject.model().body() == Body.MLP && subject.model().flow() == Flow.NONE;
  }

  /** Whether there is a loss to compare: products alone have none. */
  public boolean comparable() {
    return this != ELBOW && this != FLOOR;
  }

  public static Optional<Peer> of(String label) {
    return Arrays.stream(values()).filter(peer -> peer.label.equals(label)).findFirst();
  }
}
