package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import java.nio.file.Path;

/** Turns what ND4J and JavaCPP throw while they load into what the user can do about it. */
final class BackendFailure {
  private BackendFailure() {}

  static FailureException explain(Throwable problem, BackendChoice choice) {
    Throwable root = root(problem);
    return new FailureException(
        "BACKEND-FAILED",
        "ND4J's " + choice.device().label() + " backend does not start: " + text(root) + ".",
        choice.folder().map(Path::toString).orElse("class path"),
        fix(root, choice),
        problem);
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String text(Throwable root) {
    String message = root.getMessage() == null ? "" : root.getMessage().strip();
    String line = message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
    String kind = root.getClass().getSimpleName();
    return line.isEmpty() ? kind : kind + ", " + line;
  }

  private static String fix(Throwable root, BackendChoice choice) {
    if (root.getClass().getSimpleName().equals("NoAvailableBackendException")
        || root instanceof ClassNotFoundException
        || root instanceof NoClassDefFoundError) {
      return "The jars of the backend are incomplete: unpack the Elbow distribution again.";
    }
    if (choice.device() == Device.CUDA) {
      return "Check that nvidia-smi lists a card and that the CUDA 11.6 libraries are in the"
          + " backend folder, or use device cpu.";
    }
    if (root instanceof UnsatisfiedLinkError) {
      return "The native library does not fit this machine ("
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
          + "), or the folder where JavaCPP unpacks it is not writable: use the distribution for"
          + " this machine, or set -Dorg.bytedeco.javacpp.cachedir to a writable folder.";
    }
    return "Unpack the Elbow distribution again; if that does not help, report the whole message.";
  }
}
