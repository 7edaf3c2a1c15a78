package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;

/** Starts ND4J, which happens once in a JVM and cannot be undone. */
public final class Nd4jRuntime {
  private static final String BUILD_FILE = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Nd4jRuntime() {}

  /**
   * Appends the jars of the backend to the class path and loads its natives.
   *
   * @throws FailureException BACKEND-FAILED if the backend does not load, saying what to mend
   * @throws dev.elbow.spi.InputException BACKEND-NO-AGENT if jars are to be appended and the JVM
   *     was started without the agent
   */
  public static Nd4jInfo start(BackendChoice choice) {
    choice.jars().forEach(ClassPathAgent::append);
    ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jRuntime.class);
    NativeLibraries.await()
        .filter(problem -> choice.device() == Device.CPU)
        .ifPresent(
            problem -> {
              throw BackendFailure.explain(problem, choice);
            });
    StartTrace.mark("native libraries are loaded");
    try {
      TensorflowImport.leaveOut();
      Nd4jInfo info = info();
      StartTrace.mark("ND4J runs");
      return info;
    } catch (LinkageError | RuntimeException problem) {
      throw BackendFailure.explain(problem, choice);
    }
  }

  private static Nd4jInfo info() {
    var backend = Nd4j.getBackend();
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    return new Nd4jInfo(
        backend.getClass().getName(),
        version(),
        backend.buildInfo().strip().replaceAll("\\s*\\R\\s*", ", "),
        String.valueOf(environment.get(Nd4jEnvironment.BLAS_VENDOR_KEY)),
        Math.toIntExact(number(environment, Nd4jEnvironment.OMP_THREADS_KEY)),
        Math.toIntExact(number(environment, Nd4jEnvironment.BLAS_THREADS_KEY)),
        number(environment, Nd4jEnvironment.HOST_TOTAL_MEMORY_KEY));
  }

  private static long number(Properties environment, String key) {
    return environment.get(key) instanceof Number number ? number.longValue() : 0;
  }

  private static String version() {
    Properties build = new Properties();
    try (InputStream file = Nd4j.class.getResourceAsStream(BUILD_FILE)) {
      if (file != null) {
        build.load(file);
      }
    } catch (IOException unreadable) {
      return "unknown";
    }
    return build.getProperty("version", "unknown");
  }
}
