package dev.elbow.launcher;

import java.util.Optional;

/**
 * Unpacks and loads ND4J's native libraries while the process does something else.
 *
 * <p>The first process on a machine unpacks 400 MB, every other one maps them; neither needs the
 * plugins, whose start takes as long. What goes wrong is kept for {@link Nd4jRuntime#start}, which
 * can explain it.
 */
public final class NativeLibraries {
  private static final String BINDINGS = "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";

  private static volatile Thread loading;
  private static volatile Throwable problem;

  private NativeLibraries() {}

  /** Begins, once, if the CPU backend is on the class path; returns at once. */
  public static synchronized void prepare() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    if (loading != null || loader.getResource(BINDINGS.replace('.', '/') + ".class") == null) {
      return;
    }
    Thread thread = new Thread(() -> load(loader), "elbow-native-libraries");
    thread.setDaemon(true);
    thread.start();
    loading = thread;
  }

  /**
   * Waits for what was begun, because two threads that initialise ND4J's classes could block each
   * other.
   *
   * @return what went wrong; the JVM tells it only once
   */
  static Optional<Throwable> await() {
    Thread thread = loading;
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return Optional.ofNullable(problem);
  }

  private static void load(ClassLoader loader) {
    try {
      Class.forName(BINDINGS, true, loader);
    } catch (ClassNotFoundException | LinkageError | RuntimeException kept) {
      problem = kept;
    }
  }
}
