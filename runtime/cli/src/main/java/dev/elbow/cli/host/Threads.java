package dev.elbow.cli.host;

import dev.elbow.launcher.BackendChoice;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.Nd4jInfo;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads of ND4J's CPU kernels. */
final class Threads {
  private Threads() {}

  /**
   * Sets the number, once ND4J runs, in the thread that will compute.
   *
   * @param wanted empty for as many as ND4J started with; more than that cannot be had
   * @return the number in use
   */
  static int use(Optional<Integer> wanted, BackendChoice choice, Nd4jInfo info) {
    int threads = Math.min(wanted.orElse(info.ompThreads()), info.ompThreads());
    if (choice.device() == Device.CPU && threads < info.ompThreads()) {
      set(threads);
    }
    return threads;
  }

  /**
   * OpenMP's number belongs to the calling thread, and OpenBLAS and libnd4j each have their own.
   */
  private static void set(int threads) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
  }
}
