package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.FailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendFailureTest {

  private static FailureException explain(Device device, Throwable problem) {
    BackendChoice choice =
        new BackendChoice(device, Optional.of(Path.of("lib", "backend")), "asked for", List.of());
    return BackendFailure.explain(problem, choice);
  }

  @Test
  void aMissingClassMeansMissingJars() {
    Throwable seen =
        new ExceptionInInitializerError(
            new RuntimeException(
                "ND4J is probably missing dependencies.",
                new ClassNotFoundException("org.bytedeco.openblas.global.openblas")));
    FailureException failure = explain(Device.CPU, seen);
    assertThat(failure.id()).isEqualTo("BACKEND-FAILED");
    assertThat(failure.problem()).contains("cpu backend", "org.bytedeco.openblas.global.openblas");
    assertThat(failure.place()).contains("backend");
    assertThat(failure.fix()).contains("incomplete");
    assertThat(failure).hasCause(seen);
  }

  @Test
  void aLibraryThatDoesNotLinkMeansAnotherMachineOrAFolder() {
    FailureException failure =
        explain(Device.CPU, new UnsatisfiedLinkError("no jnind4jcpu in java.library.path: [/lib]"));
    assertThat(failure.problem()).contains("no jnind4jcpu in java.library.path");
    assertThat(failure.fix()).contains(System.getProperty("os.arch"), "cachedir");
  }

  @Test
  void aCudaLibraryThatDoesNotLinkMeansTheDriver() {
    FailureException failure =
        explain(Device.CUDA, new UnsatisfiedLinkError("libcublas.so.11: cannot open"));
    assertThat(failure.problem()).contains("cuda backend", "libcublas.so.11");
    assertThat(failure.fix()).contains("nvidia-smi", "device cpu");
  }

  @Test
  void anythingElseKeepsItsKindAndMessage() {
    assertThat(explain(Device.CPU, new IllegalStateException("two\nlines.")).problem())
        .endsWith("IllegalStateException, two.");
    assertThat(explain(Device.CPU, new IllegalStateException()).problem())
        .endsWith("IllegalStateException.");
  }
}
