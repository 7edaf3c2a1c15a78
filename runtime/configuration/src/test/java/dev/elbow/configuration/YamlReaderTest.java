package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static MapNode map(String yaml) {
    return (MapNode) Yaml.read(yaml);
  }

  @Test
  void keysAndValuesKnowWhereTheyStand() {
    MapNode root = map("name: rho\nmodel:\n  latent: 20\n  hidden: [5,\n    6]\n");

    MapNode model = (MapNode) root.get("model");
    assertThat(root.keyPlace("model")).hasToString("rho.yaml:2:1");
    assertThat(model.get("latent").place()).hasToString("rho.yaml:3:11");
    assertThat(((ListNode) model.get("hidden")).items().get(1).place()).hasToString("rho.yaml:5:5");
  }

  @Test
  void keysKeepTheirOrder() {
    assertThat(map("c: 1\na: 2\nb: 3\n").entries().keySet()).containsExactly("c", "a", "b");
  }

  @Test
  void quotedAndBlockScalarsAreTextsWhateverTheyLookLike() {
    MapNode root = map("a: 5\nb: '5'\nc: \"5\"\nd: |-\n  5\ne: !!str 5\n");

    assertThat(((ScalarNode) root.get("a")).quoted()).isFalse();
    assertThat(root.entries().values().stream().skip(1))
        .allSatisfy(node -> assertThat(node).isEqualTo(new ScalarNode("5", true, node.place())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a: ~", "a: null", "a: Null", "a: NULL"})
  void nullHasTheSpellingsOfTheCoreSchema(String yaml) {
    assertThat(map(yaml).get("a").isNull()).isTrue();
  }

  @Test
  void quotedNullIsAText() {
    assertThat(map("a: 'null'\nb: ''\n").entries().values()).noneMatch(ConfigNode::isNull);
  }

  @Test
  void aliasesAndMergeKeysAreWrittenOut() {
    assertThat(map("a: &x {b: 1, c: 2}\nd: *x\ne: {<<: *x, c: 3}\n"))
        .isEqualTo(map("a: {b: 1, c: 2}\nd: {b: 1, c: 2}\ne: {b: 1, c: 3}\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: [1, 2        | CFG-SYNTAX          | rho.yaml:1:9",
        "a: b: c         | CFG-SYNTAX          | rho.yaml:1:5",
        "a: *nowhere     | CFG-SYNTAX          | rho.yaml:1:4",
        "{a: 1, b: 2, a: 3} | CFG-DUPLICATE-KEY | rho.yaml:1:14",
        "a: &x [1, *x]   | CFG-RECURSIVE-ALIAS | rho.yaml:1:4",
        "a: &x {b: *x}   | CFG-RECURSIVE-ALIAS | rho.yaml:1:4",
        "a: !secret 5    | CFG-TAG             | rho.yaml:1:4",
        "{[a]: 1}        | CFG-KEY             | rho.yaml:1:2",
        "# nothing here  | CFG-EMPTY           | rho.yaml",
      })
  void faultsComeWithTheirPlace(String yaml, String id, String place) {
    InputException e = error(() -> Yaml.read(yaml));

    assertThat(e.id()).isEqualTo(id);
    assertThat(e.place()).isEqualTo(place);
    assertThat(e.fix()).isNotEmpty();
  }

  @Test
  void duplicateKeyNamesBothPlaces() {
    assertThat(error(() -> Yaml.read("a: 1\nb: 2\na: 3\n")))
        .hasMessageContaining("a stands twice, first at rho.yaml:1:1")
        .hasMessageContaining("rho.yaml:3:1");
  }

  @Test
  void tabsInTheIndentationAreNamed() {
    InputException e = error(() -> Yaml.read("a:\n\tb: 1\n"));

    assertThat(e.problem()).contains("TAB");
    assertThat(e.place()).isEqualTo("rho.yaml:2:1");
  }

  @Test
  void secondDocumentIsRefused() {
    InputException e = error(() -> Yaml.read("---\na: 1\n---\nb: 2\n"));

    assertThat(e.id()).isEqualTo("CFG-MANY-DOCUMENTS");
    assertThat(e.place()).isEqualTo("rho.yaml:4:1");
  }

  @Test
  void controlCharactersAreNamedWithTheirPlace() {
    InputException e = error(() -> Yaml.read("a: 1\nb: \u0001\n"));

    assertThat(e.problem()).contains("U+0001");
    assertThat(e.place()).isEqualTo("rho.yaml:2:4");
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 50_000})
  void endlessNestingIsRefusedRatherThanOverflowing(int depth) {
    String yaml = "[".repeat(depth) + "]".repeat(depth);

    assertThat(error(() -> Yaml.read(yaml)).id()).isIn("CFG-TOO-DEEP", "CFG-SYNTAX");
  }

  @Test
  void aliasesOfAliasesCannotFillTheMemory() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 25; i++) {
      yaml.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }

    assertThat(error(() -> Yaml.read(yaml.toString())).id()).isIn("CFG-TOO-LARGE", "CFG-SYNTAX");
  }

  @Test
  void filesAreReadAsUtf8WithOrWithoutByteOrderMark(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("run.yaml"), "\uFEFFname: \u03c1-VAE\n");

    ConfigNode root = YamlReader.read(file);

    assertThat(((MapNode) root).get("name")).hasToString("\u03c1-VAE");
    assertThat(root.place()).hasToString(file + ":1:1");
  }

  @Test
  void unreadableFilesSayWhy(@TempDir Path folder) throws Exception {
    Path latin1 = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', ':', (byte) 0xE9});

    assertThat(error(() -> YamlReader.read(folder.resolve("absent.yaml"))))
        .hasMessageStartingWith("CFG-UNREADABLE")
        .hasMessageContaining("no such file")
        .hasMessageContaining("absent.yaml");
    assertThat(error(() -> YamlReader.read(latin1)).problem()).contains("UTF-8");
    assertThat(error(() -> YamlReader.read(folder)).problem()).contains("directory");
  }
}
