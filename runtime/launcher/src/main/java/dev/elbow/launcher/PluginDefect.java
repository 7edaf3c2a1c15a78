package dev.elbow.launcher;

import dev.elbow.spi.ElbowException;
import java.lang.reflect.InvocationTargetException;

/** Turns what a plugin's code throws while it is loaded into a reason and a fix. */
final class PluginDefect {
  private static final int CLASS_FILE_OF_JAVA_1 = 44;

  private PluginDefect() {}

  /**
   * Explains a failure of a plugin's class.
   *
   * @param subject the class or method that failed
   */
  static UnusableException explain(String subject, Throwable thrown) {
    Throwable problem = cause(thrown);
    if (problem instanceof UnusableException known) {
      return known;
    }
    if (problem instanceof NoClassDefFoundError || problem instanceof ClassNotFoundException) {
      return missingClass(subject, problem);
    }
    if (problem instanceof UnsupportedClassVersionError) {
      return newerJava(subject, problem);
    }
    if (problem instanceof IncompatibleClassChangeError) {
      return new UnusableException(
          "%s was compiled against another version of what it uses: %s"
              .formatted(subject, text(problem)),
          "Build the plugin again against this Elbow's elbow-spi and ND4J 1.0.0-M2.1.",
          problem);
    }
    if (problem instanceof LinkageError) {
      return new UnusableException(
          subject + " cannot be loaded: " + text(problem),
          "The jar may be damaged: copy it again, or build it again.",
          problem);
    }
    String fix =
        problem instanceof ElbowException elbow ? elbow.fix() : "Report it to the plugin's author.";
    return new UnusableException(subject + " throws " + text(problem), fix, problem);
  }

  private static Throwable cause(Throwable thrown) {
    boolean wrapper =
        thrown instanceof InvocationTargetException
            || thrown instanceof ExceptionInInitializerError;
    return wrapper && thrown.getCause() != null ? cause(thrown.getCause()) : thrown;
  }

  private static UnusableException missingClass(String subject, Throwable problem) {
    // "a/b/C" of the JVM, "a.b.C not found by bundle [7]" of Felix
    String message = String.valueOf(problem.getMessage()).strip();
    String missing = message.split("[\\s:]+")[0].replace('/', '.');
    if (message.startsWith("Could not initialize")) {
      return new UnusableException(
          subject + " fails: " + message, "Report it to the plugin's author.", problem);
    }
    int dot = missing.lastIndexOf('.');
    String fix =
        missing.startsWith("dev.elbow.spi.") || missing.startsWith("org.nd4j.")
            ? "Add Import-Package: %s to the bundle's manifest; bnd does so by itself."
                .formatted(missing.substring(0, dot))
            : "Put the class into the plugin's jar, or drop the bundle that exports its package"
                + " into plugins/ and import it.";
    String reason =
        missing.equals(subject)
            ? "the class %s is not in the jar".formatted(missing)
            : "%s needs the class %s, which is not found".formatted(subject, missing);
    return new UnusableException(reason, fix, problem);
  }

  private static UnusableException newerJava(String subject, Throwable problem) {
    String needed =
        text(problem)
            .replaceAll("(?s).*\\(class file version (\\d+)\\.\\d+\\).*", "$1")
            .replaceAll("(?s).*\\D.*", "");
    String java =
        needed.isEmpty()
            ? "a newer Java"
            : "Java " + (Integer.parseInt(needed) - CLASS_FILE_OF_JAVA_1);
    return new UnusableException(
        "%s is compiled for %s, this is Java %d"
            .formatted(subject, java, Runtime.version().feature()),
        "Start Elbow with " + java + ", or build the plugin with --release 17.",
        problem);
  }

  private static String text(Throwable problem) {
    String kind = problem.getClass().getSimpleName();
    return problem.getMessage() == null ? kind : kind + ": " + problem.getMessage();
  }
}
