package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Appends jars to the class path of the running JVM.
 *
 * <p>ND4J's backend must be in the same class loader as {@code nd4j-api} and JavaCPP, and which
 * backend is known only when the configuration has been read. The JVM is therefore started with
 * {@code -javaagent:lib/elbow-launcher.jar}, and the agent's instrumentation extends the system
 * class loader; a child class loader does not do.
 */
public final class ClassPathAgent {
  private static volatile Instrumentation instrumentation;

  private ClassPathAgent() {}

  /** Called by the JVM for {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Called by the JVM for the {@code Launcher-Agent-Class} of {@code java -jar}. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Whether the JVM was started with the agent. */
  public static boolean isPresent() {
    return instrumentation != null;
  }

  /**
   * Appends a jar to the system class loader; classes in it are found from now on.
   *
   * @throws InputException BACKEND-NO-AGENT if the JVM was started without the agent
   * @throws FailureException BACKEND-JAR if the jar cannot be opened
   */
  public static void append(Path jar) {
    Instrumentation present = instrumentation;
    if (present == null) {
      throw noAgent(jar);
    }
    try (JarFile opened = new JarFile(jar.toFile())) {
      present.appendToSystemClassLoaderSearch(opened);
    } catch (IOException problem) {
      throw new FailureException(
          "BACKEND-JAR",
          "The backend's jar cannot be opened: " + problem.getMessage() + ".",
          jar.toString(),
          "Unpack the Elbow distribution again.",
          problem);
    }
  }

  private static InputException noAgent(Path jar) {
    return new InputException(
        "BACKEND-NO-AGENT",
        "The backend cannot join the class path: the JVM was started without Elbow's agent.",
        jar.toString(),
        "Start with bin/elbow, or with java -javaagent:lib/elbow-launcher.jar -cp 'lib/*' ...;"
            + " a program that embeds Elbow puts the jars of the backend on its class path.");
  }
}
