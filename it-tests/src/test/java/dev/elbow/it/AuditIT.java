package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor on a run that is a bound, and on the official rho-VAE formula, which is none. */
class AuditIT {
  private static final String[] FEW = {"--examples", "64", "--samples", "32"};

  @TempDir static Path folder;

  private static Elbow elbow;

  @BeforeAll
  static void trainBoth() throws IOException {
    Distribution distribution = Distribution.withOwnPlugins();
    Files.copy(Distribution.publishedJar(), distribution.plugins().resolve("published.jar"));
    elbow = Elbow.in(folder, distribution);
    Configuration.writeTiny(folder);
    Configuration.write(
        folder,
        "published.yaml",
        Configuration.TINY.replace("posterior: diagonal", "posterior: ar1-as-published"));
    elbow.run("train", "tiny.yaml", "--out", "right").exits(0);
    elbow.run("train", "published.yaml", "--out", "published").exits(0);
  }

  @Test
  void aRightRunIsABound() throws IOException {
    JsonNode audit = audit("right", "--require-bound", "--json").exits(0).json();

    assertThat(audit.at("/negativeElbo/sentence").asText()).isEqualTo("bound on log p(x)");
    assertThat(audit.at("/objective/outcome").asText()).isEqualTo("bound");
    assertThat(audit.path("run").asText()).endsWith("right");
    JsonNode kl = audit.at("/models/0/figures/kl");
    assertThat(kl.path("stated").asDouble())
        .isEqualTo(kl.path("measured").asDouble(), offset(5 * kl.path("standardError").asDouble()));
  }

  @Test
  void thePublishedFormulaIsNotABoundAndTheTermIsNamed() throws IOException {
    JsonNode audit = audit("published", "--json").exits(0).json();

    assertThat(audit.at("/negativeElbo/outcome").asText()).isEqualTo("not-a-bound");
    assertThat(audit.at("/objective/outcome").asText()).isEqualTo("not-a-bound");
    assertThat(texts(audit.at("/negativeElbo/reasons")))
        .hasSize(2)
        .anyMatch(reason -> reason.startsWith("kl: an example's figure changes with"))
        .anyMatch(reason -> reason.startsWith("kl: stated "));
    JsonNode kl = audit.at("/models/0/figures/kl");
    assertThat(kl.path("measured").asDouble() - kl.path("stated").asDouble())
        .as("nats that the published formula hides")
        .isGreaterThan(20 * kl.path("standardError").asDouble())
        .isGreaterThan(1);
  }

  /** Untrained, too: nothing has to be learned to tell. */
  @Test
  void itsConfigurationIsEnough() throws IOException {
    String verdict = audit("published.yaml").exits(0).out();

    assertThat(verdict).contains("WRONG", "negativeElbo  not a bound:", "  - kl: stated ");
  }

  @Test
  void aBuildThatRequiresABoundFails() throws IOException {
    audit("published", "--require-bound").exits(1);
  }

  @Test
  void peopleReadFiguresChecksAndTheVerdict() throws IOException {
    String text = audit("right").exits(0).out();

    assertThat(text)
        .contains("right: 64 test images, batches of 64", "nats per example, trained parameters")
        .containsPattern("kl +1 +[0-9.]+ +[0-9.]+ (\\+-|\u00b1) [0-9.]+ .*closed form")
        .contains("negativeElbo  bound on log p(x)");
  }

  private static Result audit(String subject, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("audit", subject));
    arguments.addAll(List.of(FEW));
    arguments.addAll(List.of(options));
    return elbow.run(arguments.toArray(new String[0]));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
