package dev.elbow.graph.parallel;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The threads that each of ND4J's kernels uses. */
public final class KernelThreads {
  private static final ThreadLocal<Integer> OF_THREAD = ThreadLocal.withInitial(() -> 0);
  private static int available;
  private static int ofProcess;

  private KernelThreads() {}

  /** As many as there may be: those of the backend when it was first asked, at least 1. */
  public static synchronized int available() {
    if (available == 0) {
      available = Math.max(1, Nd4j.getEnvironment().maxMasterThreads());
      ofProcess = available;
    }
    return available;
  }

  /** Whether ND4J computes in the host's memory, where our own kernels can. */
  public static boolean areOnHost() {
    return Nd4j.getEnvironment().isCPU();
  }

  /**
   * Sets the number for kernels that the calling thread starts.
   *
   * <p>OpenMP, and oneDNN and OpenBLAS with it, keep a number for each thread; ND4J's own loops
   * have one for the process.
   *
   * @return what the calling thread had before
   */
  public static int use(int threads) {
    int before = OF_THREAD.get() == 0 ? available() : OF_THREAD.get();
    if (before != threads) {
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
      OF_THREAD.set(threads);
    }
    useInProcess(threads);
    return before;
  }

  /** Does something that starts kernels of one thread, in this thread or in workers. */
  public static void withOne(Runnable work) {
    int before = use(1);
    try {
      work.run();
    } finally {
      use(before);
    }
  }

  private static synchronized void useInProcess(int threads) {
    if (ofProcess != threads) {
      Nd4j.getEnvironment().setMaxMasterThreads(threads);
      ofProcess = threads;
    }
  }
}
