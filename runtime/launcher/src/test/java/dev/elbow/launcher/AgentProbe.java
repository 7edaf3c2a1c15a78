package dev.elbow.launcher;

import dev.elbow.spi.ElbowException;
import java.nio.file.Path;
import org.nd4j.linalg.factory.Nd4j;

/** The main class of a JVM whose class path has no backend. */
final class AgentProbe {
  private AgentProbe() {}

  public static void main(String[] arguments) {
    try {
      BackendChoice choice = Backends.choose(Path.of(arguments[0]), Device.CPU);
      Nd4jInfo info = Nd4jRuntime.start(choice);
      System.out.println(info.backend() + " " + info.version() + " " + info.ompThreads());
      System.out.println("sum " + Nd4j.create(new float[] {1, 2, 3.5f}).sumNumber());
    } catch (ElbowException problem) {
      System.out.println(problem.getClass().getSimpleName() + " " + problem.getMessage());
    }
  }
}
