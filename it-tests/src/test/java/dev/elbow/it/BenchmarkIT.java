package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code elbow benchmark}: a table for people, JSON for programs, a curve of the memory. */
class BenchmarkIT {
  @TempDir Path folder;

  @BeforeEach
  void writeConfiguration() throws IOException {
    Configuration.writeImages(folder);
  }

  @Test
  void printsATableDrawsTheMemoryAndLeavesNoRun() throws IOException {
    Result result = benchmark("--steps", "4", "--memory", "memory.png");

    assertThat(result.out()).contains("ms/step", "parameters", "memory over the steps in");
    assertThat(result.out().lines()).anyMatch(line -> line.matches(" *\\d+\\.\\d .* [MG]B *"));
    assertThat(result.err()).isEmpty();
    assertThat(ImageIO.read(folder.resolve("memory.png").toFile()).getWidth()).isEqualTo(900);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void triesEveryPluginOfARoleAndSaysWhyOneDoesNotFit() throws IOException {
    JsonNode results = benchmark("--steps", "2", "--each", "decoder", "--json").json();

    assertThat(results.path("results"))
        .extracting(result -> result.path("variant").asText())
        .contains("decoder bernoulli", "decoder gaussian", "decoder laplace", "decoder pixelcnn");
    for (JsonNode result : results.path("results")) {
      if (result.path("variant").asText().equals("decoder discretized-logistic")) {
        assertThat(result.path("refused").asText()).contains("needs grey levels");
      } else {
        assertThat(result.path("medianMilliseconds").asDouble()).isPositive();
        assertThat(result.at("/residentBytes/0/1").asLong()).isPositive();
      }
    }
  }

  private Result benchmark(String... options) throws IOException {
    Stream<String> first = Stream.of("benchmark", "images.yaml", "--warmup", "0");
    String[] arguments = Stream.concat(first, Stream.of(options)).toArray(String[]::new);
    return Elbow.in(folder).run(arguments).exits(0);
  }
}
