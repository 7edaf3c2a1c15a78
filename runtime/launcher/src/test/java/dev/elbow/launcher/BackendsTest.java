package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendsTest {
  private static final ClassLoader NOTHING = new URLClassLoader(new URL[0], null);

  @TempDir Path lib;

  private record Machine(Optional<String> missingDriver, List<String> computeCapabilities)
      implements CudaMachine {}

  private static Machine withCards(String... capabilities) {
    return new Machine(Optional.empty(), List.of(capabilities));
  }

  private static final Machine NO_DRIVER =
      new Machine(Optional.of("there is no NVIDIA driver"), List.of());

  private BackendChoice choose(Device device, CudaMachine machine) {
    return new Backends(NOTHING, machine).pick(lib, device);
  }

  private void jar(String folder, String name) throws IOException {
    Files.createFile(Files.createDirectories(lib.resolve(folder)).resolve(name));
  }

  private void bothBackends() throws IOException {
    jar("backend-cpu", "nd4j-native.jar");
    jar("backend-cuda", "nd4j-cuda-11.6-1.0.0-M2.1.jar");
  }

  @Test
  void cpuTakesTheJarsOfItsFolderSorted() throws IOException {
    jar("backend-cpu", "openblas.jar");
    jar("backend-cpu", "nd4j-native.jar");
    jar("backend-cpu", "LICENSE.txt");
    BackendChoice choice = choose(Device.CPU, NO_DRIVER);
    Path folder = lib.resolve("backend-cpu");
    assertThat(choice.device()).isEqualTo(Device.CPU);
    assertThat(choice.folder()).contains(folder);
    assertThat(choice.jars())
        .containsExactly(folder.resolve("nd4j-native.jar"), folder.resolve("openblas.jar"));
  }

  @Test
  void cpuWithoutItsJarsIsRefused() {
    assertThatThrownBy(() -> choose(Device.CPU, NO_DRIVER))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("BACKEND-NO-CPU", "backend-cpu");
  }

  @Test
  void autoTakesCudaWhereItCanBeUsed() throws IOException {
    bothBackends();
    BackendChoice choice = choose(Device.AUTO, withCards("8.6"));
    assertThat(choice.device()).isEqualTo(Device.CUDA);
    assertThat(choice.folder()).contains(lib.resolve("backend-cuda"));
  }

  @Test
  void autoFallsBackToTheCpuAndSaysWhy() throws IOException {
    jar("backend-cpu", "nd4j-native.jar");
    assertThat(choose(Device.AUTO, withCards("8.6")))
        .satisfies(choice -> assertThat(choice.device()).isEqualTo(Device.CPU))
        .satisfies(
            choice -> assertThat(choice.reason()).contains("nd4j-cuda-11.6", "backend-cuda"));
    jar("backend-cuda", "nd4j-cuda-11.6-1.0.0-M2.1.jar");
    assertThat(choose(Device.AUTO, NO_DRIVER).reason()).contains("no NVIDIA driver");
    assertThat(choose(Device.AUTO, withCards("9.0")).reason())
        .contains("9.0", "3.7 to 8.6", "not Hopper");
  }

  @Test
  void cudaWithoutItsFolderIsRefused() throws IOException {
    jar("backend-cpu", "nd4j-native.jar");
    assertThatThrownBy(() -> choose(Device.CUDA, withCards("8.6")))
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> {
              assertThat(refused.id()).isEqualTo("BACKEND-NO-CUDA");
              assertThat(refused.problem()).contains("no nd4j-cuda-11.6 jar", "backend-cuda");
              assertThat(refused.fix()).contains("3.7 to 8.6", "not Hopper", "auto or cpu");
            });
  }

  @Test
  void cudaWithoutADriverIsRefused() throws IOException {
    bothBackends();
    assertThatThrownBy(() -> choose(Device.CUDA, NO_DRIVER))
        .hasMessageContainingAll("BACKEND-NO-CUDA", "no NVIDIA driver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5", "9.0", "10.0", "12.0"})
  void cardsThatNd4jWasNotCompiledForAreRefused(String capability) throws IOException {
    bothBackends();
    assertThatThrownBy(() -> choose(Device.CUDA, withCards(capability)))
        .hasMessageContainingAll("BACKEND-NO-CUDA", "capability " + capability);
  }

  @ParameterizedTest
  @CsvSource({"3.7,", "8.6,", "8.9,", "9.0,8.0"})
  void oneCardThatFitsIsEnough(String first, String second) throws IOException {
    bothBackends();
    CudaMachine machine = second == null ? withCards(first) : withCards(first, second);
    assertThat(choose(Device.CUDA, machine).device()).isEqualTo(Device.CUDA);
  }

  @Test
  void unknownCardsAreTried() throws IOException {
    bothBackends();
    assertThat(choose(Device.CUDA, withCards()).device()).isEqualTo(Device.CUDA);
  }

  @Test
  void aBackendOnTheClassPathNeedsNoFolder() {
    BackendChoice choice = Backends.choose(lib.resolve("absent"), Device.AUTO);
    assertThat(choice.device()).isEqualTo(Device.CPU);
    assertThat(choice.folder()).isEmpty();
    assertThat(choice.jars()).isEmpty();
    assertThat(choice.reason()).contains("on the class path");
  }

  @Test
  void theCpuOnTheClassPathSaysWhyItIsNotCuda() throws IOException {
    jar("backend-cpu", "nd4j-native.jar");
    BackendChoice choice = Backends.choose(lib, Device.AUTO);
    assertThat(choice.jars()).isEmpty();
    assertThat(choice.reason()).contains("The CPU, because there is no nd4j-cuda-11.6 jar");
    assertThat(Backends.choose(lib, Device.CPU).reason()).contains("asks for the CPU");
  }

  @Test
  void theCpuOnTheClassPathIsNoAnswerToCuda() throws IOException {
    jar("backend-cpu", "nd4j-native.jar");
    assertThatThrownBy(() -> Backends.choose(lib, Device.CUDA))
        .hasMessageContainingAll("BACKEND-NO-CUDA", "no nd4j-cuda-11.6 jar");
  }

  @Test
  void theDriversToolIsReadLineByLine() {
    assertThat(CudaMachine.Local.parse("8.6\n9.0\r\n")).containsExactly("8.6", "9.0");
    assertThat(CudaMachine.Local.parse("No devices were found\n")).isEmpty();
    assertThat(CudaMachine.Local.parse("")).isEmpty();
  }

  @Test
  void macHasNoCuda() {
    assertThat(new CudaMachine.Local("mac os x").missingDriver())
        .hasValueSatisfying(missing -> assertThat(missing).contains("Linux or Windows"));
  }

  @Test
  void aChoiceIsNeverAuto() {
    assertThatThrownBy(() -> new BackendChoice(Device.AUTO, Optional.empty(), "", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
