package dev.elbow.cli.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.elbow.spi.FailureException;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs {@code elbow benchmark} with a candidate's jars, in a process of its own: a JVM loads one
 * native library, and one with instructions that the processor lacks dies.
 */
final class StepProcess {
  private static final int ILLEGAL_INSTRUCTION = 128 + 4;
  private static final int ABORTED = 128 + 6;

  private final Path lib;
  private final List<String> dataOptions;

  /**
   * @param lib of the installation
   * @param dataOptions of {@code elbow benchmark}, such as {@code --data-dir}
   */
  StepProcess(Path lib, List<String> dataOptions) {
    this.lib = lib;
    this.dataOptions = List.copyOf(dataOptions);
  }

  /**
   * Times a configuration.
   *
   * @throws NotMeasured if the process fails, with the reason
   */
  StepFigures time(Candidate candidate, Step step) throws NotMeasured {
    try {
      Path out = Files.createTempFile("elbow-measure-", ".json");
      try {
        Process process = start(candidate, step, out);
        int code = process.waitFor();
        return figures(code, Files.readString(out));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new NotMeasured("interrupted");
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException problem) {
      throw new FailureException(
          "MEASURE-PROCESS",
          "A process for the measurement does not start: " + problem.getMessage() + ".",
          "",
          "See that the temporary folder is writable and that memory is left.",
          problem);
    }
  }

  private Process start(Candidate candidate, Step step, Path out) throws IOException {
    Process process =
        new ProcessBuilder(command(candidate, step))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private List<String> command(Candidate candidate, Step step) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ChildJvm.options(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    command.addAll(List.of("-Xlog:disable", "-XX:+SuppressFatalErrorMessage"));
    if (candidate.blas() == Candidate.Blas.MKL) {
      command.add("-Dorg.bytedeco.openblas.load=mkl");
    }
    command.add("-cp");
    command.add(classPath(candidate));
    command.addAll(List.of("dev.elbow.cli.Main", "benchmark", step.file().toString(), "--json"));
    command.addAll(List.of("--warmup", "" + step.warmup(), "--steps", "" + step.steps()));
    command.addAll(dataOptions);
    return command;
  }

  private String classPath(Candidate candidate) {
    return Stream.concat(Natives.jars(lib).stream(), candidate.jars().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  static StepFigures figures(int code, String output) throws NotMeasured {
    JsonNode json = parse(output);
    JsonNode result = json.at("/results/0");
    if (code == 0 && result.has("medianMilliseconds")) {
      return new StepFigures(
          result.path("medianMilliseconds").asDouble(),
          result.path("lowMilliseconds").asDouble(),
          result.path("highMilliseconds").asDouble(),
          result.path("cpuMilliseconds").asDouble());
    }
    String problem = json.at("/error/problem").asText();
    throw new NotMeasured(problem.isEmpty() ? death(code) : problem);
  }

  private static String death(int code) {
    return code == ILLEGAL_INSTRUCTION || code == ABORTED
        ? "it has instructions that this processor lacks"
        : "its process ended with " + code;
  }

  private static JsonNode parse(String output) {
    try {
      return JsonMapper.builder().build().readTree(output);
    } catch (JsonProcessingException noResult) {
      return JsonMapper.builder().build().createObjectNode();
    }
  }

  /** A candidate that has no figures. */
  static final class NotMeasured extends Exception {
    private static final long serialVersionUID = 1L;

    NotMeasured(String reason) {
      super(reason);
    }
  }
}
