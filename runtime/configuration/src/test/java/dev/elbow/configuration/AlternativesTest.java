package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.error;
import static dev.elbow.configuration.Yaml.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.configuration.OptionTable.Choice;
import dev.elbow.configuration.OptionTable.Row;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One of several option records, chosen by its name. */
class AlternativesTest {

  record Fit(
      @Doc("how") @Default("steep") Rule rule,
      Optional<Rule> second,
      @Default("[]") List<Rule> more) {}

  @Alternatives(standard = "steep")
  sealed interface Rule {}

  @Alternative("steep")
  @Doc("straight down")
  record Steep(@Default("0.1") @Range(min = 0) double rate) implements Rule {}

  @Alternative("heavy-ball")
  @Doc("with momentum")
  record Ball(@Default("0.2") double rate, @Doc("what stays") @Default("0.9") double momentum)
      implements Rule {
    Ball {
      if (momentum >= 1) {
        throw new IllegalArgumentException("expected momentum < 1, found " + momentum);
      }
    }
  }

  @Alternative("line")
  record Line(int trials) implements Rule {}

  record Loose(@Default("a") Open open) {}

  @Alternatives(standard = "a")
  interface Open {}

  record Lost(@Default("a") Unnamed unnamed) {}

  @Alternatives(standard = "a")
  sealed interface Unnamed permits Nameless {}

  record Nameless() implements Unnamed {}

  private static Fit bind(String yaml) {
    MapNode resolved = Yaml.resolve(yaml, Fit.class);
    return Binder.bind(resolved, Fit.class);
  }

  @Test
  void theNameAloneMeansItsDefaults() {
    assertThat(bind("rule: heavy-ball").rule()).isEqualTo(new Ball(0.2, 0.9));
    assertThat(bind("rule: Heavy_Ball").rule()).isEqualTo(new Ball(0.2, 0.9));
  }

  @Test
  void optionsStandBesideTheName() {
    assertThat(bind("rule: {type: heavy-ball, momentum: 0.5}").rule())
        .isEqualTo(new Ball(0.2, 0.5));
  }

  @Test
  void withoutANameTheStandardIsMeant() {
    assertThat(bind("rule: {rate: 3}").rule()).isEqualTo(new Steep(3));
    assertThat(bind("rule: ").rule()).isEqualTo(new Steep(0.1));
    assertThat(bind("{}").rule()).isEqualTo(new Steep(0.1));
  }

  @Test
  void theyMayBeAbsentOrMany() {
    assertThat(bind("{}").second()).isEmpty();
    assertThat(bind("second: {type: line, trials: 2}").second()).contains(new Line(2));
    assertThat(bind("more: [steep, {type: heavy-ball, rate: 1}]").more())
        .containsExactly(new Steep(0.1), new Ball(1, 0.9));
  }

  @Test
  void theResolvedConfigurationIsCompleteAndResolvesToItself() {
    MapNode once = Yaml.resolve("rule: {type: heavy-ball, momentum: 0.5}", Fit.class);
    assertThat(YamlWriter.write(once)).contains("type: heavy-ball", "rate: 0.2", "momentum: 0.5");
    MapNode twice = Yaml.resolve(YamlWriter.write(once), Fit.class);
    assertThat(YamlWriter.write(twice)).isEqualTo(YamlWriter.write(once));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rule: steap | CFG-ENUM | rule: expected one of steep, heavy-ball, line, found \"steap\" | Did you mean steep?",
        "rule: {type: steap} | CFG-ENUM | rule.type: expected one of steep, heavy-ball, line, found \"steap\" | Did you mean steep?",
        "rule: {momentum: 1} | CFG-UNKNOWN-KEY | rule: steep has no option momentum | It is one of heavy-ball. Keys of steep: rate.",
        "rule: {type: heavy-ball, momentun: 1} | CFG-UNKNOWN-KEY | unknown key momentun in rule (heavy-ball) | Did you mean momentum? Keys of rule (heavy-ball): type, rate, momentum.",
        "rule: {type: heavy-ball, momentum: 2} | CFG-VALUE | rule: expected momentum < 1, found 2.0 | Change these keys: rate, momentum.",
        "rule: {rate: -1} | CFG-RANGE | rule.rate: expected x >= 0, found -1 | Change the value of rule.rate.",
        "rule: line | CFG-REQUIRED | rule.trials is missing: expected a whole number | Give rule.trials.",
      })
  void aMistakeIsNamed(String yaml, String id, String problem, String fix) {
    var e = error(() -> bind(yaml));
    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e.id()).isEqualTo(id);
    assertThat(e.fix()).isEqualTo(fix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule: [steep]", "rule: {type: [steep]}"})
  void aListIsNoChoice(String yaml) {
    assertThat(error(() -> bind(yaml)).id()).isEqualTo("CFG-TYPE");
  }

  @Test
  void aTableListsTheNamesAndTheOptionsOfEach() {
    List<Row> rows = OptionTable.of(Fit.class);
    assertThat(rows.get(0).choices())
        .containsExactly(
            new Choice("steep", "straight down"),
            new Choice("heavy-ball", "with momentum"),
            new Choice("line", ""));
    assertThat(rows)
        .extracting(Row::key, Row::standard)
        .contains(
            tuple("rule (steep).rate", "0.1"),
            tuple("rule (heavy-ball).momentum", "0.9"),
            tuple("rule (line).trials", "required"));
  }

  @Test
  void theJsonSchemaHasOneWayForEachAndShortOnesForThoseThatNeedNothing() {
    JsonNode schema = JsonSchema.of(Fit.class, FakeCatalog.standard());
    JsonNode ways = schema.get("$defs").get(Rule.class.getName()).get("oneOf");
    List<String> words = new ArrayList<>();
    ways.forEach(
        way ->
            words.add(
                way.has("const")
                    ? way.get("const").asText()
                    : way.at("/properties/type/const").asText() + way.path("required")));
    assertThat(words)
        .containsExactly(
            "steep", "steep", "heavy-ball", "heavy-ball[\"type\"]", "line[\"type\",\"trials\"]");
    assertThat(ways.get(3).at("/properties/momentum/description").asText()).isEqualTo("what stays");
  }

  @ParameterizedTest
  @ValueSource(classes = {Loose.class, Lost.class})
  void aDefectOfTheInterfaceIsNamed(Class<? extends Record> record) {
    assertThatThrownBy(() -> Resolver.resolve(read("{}"), record, FakeCatalog.standard()))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.id()).isEqualTo("SCHEMA-ALTERNATIVES"));
  }
}
