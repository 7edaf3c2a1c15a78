package dev.elbow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {
  private final Output output = new Output();
  private final Properties properties = new Properties();

  private int run(String... args) {
    Flags flags = Flags.of(List.of(args));
    var console = output.console(Terminal.none(), flags.json(), flags.verbose());
    return new CommandLineInterface(console, properties, new Interruption()).run(args);
  }

  private JsonNode document() throws IOException {
    return new ObjectMapper().readTree(output.out());
  }

  @Test
  void withoutACommandItShowsTheCommands() {
    assertThat(run()).isEqualTo(0);
    assertThat(output.out()).contains("Commands:", "train", "doctor", "Exit codes: 0 done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "resume",
        "evaluate",
        "audit",
        "report",
        "compare",
        "sample",
        "reconstruct",
        "encode",
        "pca",
        "plugins",
        "data",
        "doctor",
        "schema",
        "completion"
      })
  void everyCommandHasHelpWithJsonAndAnExample(String command) {
    assertThat(run(command, "--help")).isEqualTo(0);
    assertThat(output.out()).contains("Usage: elbow " + command, "--json", "elbow " + command);
    assertThat(output.out()).contains("Example");
    assertThat(output.err()).isEmpty();
  }

  @Test
  void helpNeedsNoInstallation() {
    assertThat(run("help", "train")).isEqualTo(0);
    assertThat(output.out()).contains("--set=KEY=VALUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | CLI-UNKNOWN-COMMAND | Did you mean train?",
        "data ftch mnist | CLI-UNKNOWN-COMMAND | Did you mean fetch?",
        "train --sett a=b | CLI-UNKNOWN-OPTION | Did you mean --set?",
        "sample run --cuont=3 | CLI-UNKNOWN-OPTION | Did you mean --count?",
        "train --backend gpu | CLI-BACKEND | Valid: auto, cpu, cuda.",
        "sample | CLI-USAGE | See `elbow sample --help`.",
        "sample run --count many | CLI-USAGE | See `elbow sample --help`.",
        "sample run --count 0 | CLI-COUNT | Choose a number",
        "sample run --out picture.jpg | CLI-OUT | --out picture.png",
        "sample run --from mixtrue | CLI-SOURCE | Did you mean mixture?",
        "sample run --components 5 | CLI-SOURCE | Remove it, or write --from mixture.",
        "sample run --from gaussian --covariance full | CLI-SOURCE | Remove it",
        "sample run --from mixture --covariance fll | CLI-SOURCE | Did you mean full?",
        "sample run --from mixture --components 0 | CLI-COMPONENTS | Choose a number",
        "sample run --from mixture --components 1001 | CLI-COMPONENTS | Choose a number",
        "pca | CLI-PCA-SOURCE | Write for example --dataset fashion-mnist-sample.",
        "pca run --dataset mnist | CLI-PCA-SOURCE | Write for example",
        "pca --dataset mnsit | DATA-UNKNOWN-DATASET | Did you mean mnist?",
        "pca --dataset mnist --components 2,0 | CLI-COMPONENTS | Choose numbers",
        "pca --dataset mnist --components 2,x | CLI-USAGE | See `elbow pca --help`.",
        "pca --dataset mnist --out pca.gif | CLI-OUT | --out pca.png",
        "pca --dataset fashion-mnist-sample --components 785 | PCA-COMPONENTS | Choose numbers",
        "encode run --split tset | CLI-SPLIT | Did you mean test?",
        "encode run --data z.idx --split test | CLI-SPLIT | Remove --split",
        "audit no-such-run | CLI-AUDIT | Give a folder below runs/, or a YAML file.",
        "audit . --set seed=3 | CLI-AUDIT | Remove --set",
        "audit . --examples 1 | AUDIT-COUNT | Choose a number",
        "report no-such-run | RUN-NOT-A-RUN | run",
        "compare one | COMPARE-RUNS | elbow report makes a page for one.",
        "compare one two | RUN-NOT-A-RUN | run",
        "compare one two --out page.txt | CLI-OUT | --out page.html",
        "evaluate one two | CLI-USAGE | See `elbow evaluate --help`.",
        "data | CLI-USAGE | See `elbow data --help`.",
        "data fetch mnsit | DATA-UNKNOWN-DATASET | Did you mean mnist?",
        "data fetch mnist --from :// | CLI-URL | Write for example",
      })
  void wrongArgumentsEndWithTwoAndAFixAndPrintNoResult(String line, String id, String fix) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.err()).startsWith("error " + id).contains("\nfix: ").contains(fix);
    assertThat(output.out()).isEmpty();
  }

  @Test
  void withJsonAnErrorIsADocumentAndATextForPeople() throws IOException {
    assertThat(run("train", "--sett", "a=b", "--json")).isEqualTo(ExitCode.WRONG_INPUT);

    JsonNode error = document().path("error");
    assertThat(error.path("id").asText()).isEqualTo("CLI-UNKNOWN-OPTION");
    assertThat(error.path("problem").asText()).isEqualTo("there is no option --sett");
    assertThat(error.path("place").asText()).isEqualTo("elbow train");
    assertThat(error.path("fix").asText()).startsWith("Did you mean --set?");
    assertThat(output.err()).startsWith("error CLI-UNKNOWN-OPTION");
  }

  @Test
  void withoutTheStartScriptACommandThatNeedsPluginsSaysHowToStart() {
    assertThat(run("plugins")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.err()).contains("CLI-NO-HOME", "bin/elbow");
  }

  @Test
  void anInstallationWithoutBundlesIsAnError(@TempDir Path home) {
    properties.setProperty("elbow.home", home.toString());

    assertThat(run("plugins")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.err()).contains("PLUGIN-NO-BUNDLES");
  }

  @Test
  void theVersionIsALine() {
    assertThat(run("--version")).isEqualTo(0);
    assertThat(output.out()).startsWith("elbow ");
  }

  @Test
  void withJsonTheVersionIsADocument() throws IOException {
    assertThat(run("--version", "--json")).isEqualTo(0);
    assertThat(document().path("version").asText()).isNotEmpty();
  }

  @Test
  void datasetsAreListedWithWhetherTheyAreHere(@TempDir Path folder) throws IOException {
    assertThat(run("data", "list", "--json", "--data-dir", folder.toString())).isEqualTo(0);

    JsonNode list = document().path("datasets");
    assertThat(list).hasSizeGreaterThanOrEqualTo(3);
    assertThat(list.get(0).path("embedded").asBoolean()).isTrue();
    assertThat(list.get(0).path("here").asBoolean()).isTrue();
    assertThat(list.get(1).path("here").asBoolean()).isFalse();
    assertThat(document().path("folder").asText()).isEqualTo(folder.toString());
  }

  @Test
  void anEmbeddedDatasetNeedsNoFetching(@TempDir Path folder) {
    String data = folder.toString();
    assertThat(run("data", "fetch", "fashion-mnist-sample", "--data-dir", data)).isEqualTo(0);
    assertThat(output.out()).contains("comes with Elbow");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void completionKnowsCommandsAndOptions() {
    assertThat(run("completion")).isEqualTo(0);
    assertThat(output.out())
        .contains("complete -F")
        .contains("train resume evaluate audit")
        .contains("--likelihood-noise")
        .contains("\"auto\" \"cpu\" \"cuda\"");
  }
}
