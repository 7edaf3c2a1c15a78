package dev.elbow.cli.host;

import dev.elbow.launcher.Nd4jInfo;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/** The threads of ND4J's CPU kernels. */
final class Threads {
  private Threads() {}

  /**
   * Sets the number, once ND4J runs.
   *
   * @param wanted empty for what ND4J started with
   * @return the number in use
   */
  static int use(Optional<Integer> wanted, Nd4jInfo info) {
    wanted.ifPresent(Threads::set);
    return wanted.orElse(info.ompThreads());
  }

  private static void set(int threads) {
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
  }
}
