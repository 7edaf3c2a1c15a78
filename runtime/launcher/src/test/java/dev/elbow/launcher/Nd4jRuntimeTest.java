package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts JVMs of its own, because ND4J starts once in each. */
class Nd4jRuntimeTest {
  @TempDir Path folder;

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static boolean isBackend(Path jar) {
    String name = jar.getFileName().toString();
    boolean natives = name.startsWith("javacpp-") && name.split("-").length > 2;
    return name.matches("(nd4j-native|nd4j-presets|openblas).*") || natives;
  }

  /** A folder with the backend's jars, which JavaCPP reads where they are. */
  private Path libFolder(List<Path> jars) throws IOException {
    Path backend = Files.createDirectories(folder.resolve("lib/backend-cpu"));
    for (Path jar : jars) {
      Files.copy(jar, backend.resolve(jar.getFileName()));
    }
    return backend.getParent();
  }

  private Path agent() {
    return TestJar.plain()
        .header("Premain-Class", ClassPathAgent.class.getName())
        .write(folder, "agent.jar");
  }

  private static List<Path> backendJars() {
    return classPath().stream().filter(Nd4jRuntimeTest::isBackend).toList();
  }

  private static String run(List<String> options, Path lib) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath().stream()
            .filter(jar -> !isBackend(jar))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(AgentProbe.class.getName());
    command.add(lib.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void theAgentBringsTheBackendOfTheFolderToLife() throws Exception {
    String output = run(List.of("-javaagent:" + agent()), libFolder(backendJars()));
    assertThat(output)
        .contains("org.nd4j.linalg.cpu.nativecpu.CpuBackend 1.0.0-M2.1 2")
        .contains("sum 6.5");
  }

  @Test
  void withoutTheAgentTheMessageSaysHowToStart() throws Exception {
    Path lib = libFolder(List.of(backendJars().get(0)));
    assertThat(run(List.of(), lib))
        .startsWith("InputException BACKEND-NO-AGENT")
        .contains("-javaagent:lib/elbow-launcher.jar");
  }

  @Test
  void anIncompleteBackendIsAFailureWithAFix() throws Exception {
    List<Path> incomplete =
        backendJars().stream()
            .filter(jar -> jar.getFileName().toString().matches("nd4j-native-[0-9].*M2.1.jar"))
            .toList();
    assertThat(run(List.of("-javaagent:" + agent()), libFolder(incomplete)))
        .startsWith("FailureException BACKEND-FAILED")
        .contains("incomplete");
  }

  @Test
  void aBackendOnTheClassPathStartsWithoutTheAgent() {
    Nd4jInfo info = Nd4jRuntime.start(Backends.choose(folder, Device.CPU));
    assertThat(info.backend()).isEqualTo(Backends.CPU_CLASS);
    assertThat(info.blasVendor()).isEqualTo("OPENBLAS");
    assertThat(info.ompThreads()).isEqualTo(2);
    assertThat(info.maxMemory()).isPositive();
    assertThat(info.build()).doesNotContain("\n");
  }
}
