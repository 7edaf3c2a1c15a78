package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  private static final Place HERE = Place.of("here");

  @Test
  void writesBlocksWithShortListsOnOneLine() {
    ConfigNode node =
        Yaml.read("{name: rho, model: {hidden: [500, 500], empty: {}}, terms: [{type: kl, w: 1}]}");

    assertThat(YamlWriter.write(node))
        .isEqualTo(
            """
            name: rho
            model:
              hidden: [500, 500]
              empty: {}
            terms:
              - type: kl
                w: 1
            """);
  }

  @Test
  void writesLongListsOneItemALine() {
    String word = "a-rather-long-word-of-thirty-ch";
    ConfigNode list = new ListNode(Collections.nCopies(3, ScalarNode.plain(word, HERE)), HERE);

    assertThat(YamlWriter.write(list).lines()).hasSize(3).allMatch(l -> l.endsWith("- " + word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "null",
        "true",
        "1e-3",
        "a: b",
        "a #b",
        "#x",
        "- x",
        "[x",
        "{x",
        "&x",
        "*x",
        "!x",
        "@x",
        "%x",
        "'x'",
        "\"x\"",
        " x ",
        "two\nlines\n",
        "tab\there",
        "\u03c1",
        "x:",
        "?",
        "~",
        "\\",
        "\u0007",
        "<<",
        "=",
        ".inf",
        "0x1F",
        "---",
        "..."
      })
  void everyTextReadsBackWhetherQuotedOrNot(String text) {
    for (boolean quoted : new boolean[] {true, false}) {
      ScalarNode scalar = new ScalarNode(text, quoted, HERE);
      ConfigNode tree =
          new MapNode(
              Map.of("value", scalar, "list", new ListNode(List.of(scalar, scalar), HERE)), HERE);

      MapNode back = (MapNode) YamlReader.read(YamlWriter.write(tree), "back");

      assertThat(((ScalarNode) back.get("value")).text()).isEqualTo(scalar.text());
      assertThat(((ListNode) back.get("list")).items()).hasSize(2);
      if (quoted) {
        assertThat(back).isEqualTo(tree);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "a: b", "<<", "", "x y", "#"})
  void everyKeyReadsBack(String key) {
    ConfigNode tree = new MapNode(Map.of(key, ScalarNode.plain("1", HERE)), HERE);

    assertThat(YamlReader.read(YamlWriter.write(tree), "back")).isEqualTo(tree);
  }

  @Test
  void longTextsAreNotFolded() {
    ConfigNode tree =
        new MapNode(Map.of("a", new ScalarNode("word ".repeat(60), true, HERE)), HERE);

    assertThat(YamlWriter.write(tree).lines()).hasSize(1);
    assertThat(YamlReader.read(YamlWriter.write(tree), "back")).isEqualTo(tree);
  }

  @Test
  void resolvedConfigurationReadsBackToTheSameTree() {
    MapNode resolved = Yaml.resolve(Yaml.MINIMAL);

    assertThat(YamlReader.read(YamlWriter.write(resolved), "config.yaml")).isEqualTo(resolved);
  }
}
