package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectNode schema = JsonSchema.of(Example.Experiment.class, FakeCatalog.standard());

  private JsonNode definition(String name) {
    return schema.get("$defs").get(name);
  }

  private JsonNode definition(Class<?> record) {
    return definition(record.getName());
  }

  private static String json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"')).toString();
  }

  @Test
  void theRootIsTheRecordAndNothingElse() {
    assertThat(schema.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$ref").asText())
        .isEqualTo("#/$defs/" + Example.Experiment.class.getName());
    JsonNode root = definition(Example.Experiment.class);
    assertThat(root.get("additionalProperties").asBoolean(true)).isFalse();
    assertThat(root.get("required")).extracting(JsonNode::asText).containsExactly("data", "model");
  }

  @Test
  void numbersCarryTheirRangeDefaultAndMeaning() throws Exception {
    JsonNode training = definition(Example.Training.class).get("properties");

    assertThat(training.get("learningRate"))
        .hasToString(json("{'type':'number','exclusiveMinimum':0,'maximum':1,'default':0.001}"));
    assertThat(training.get("epochs"))
        .hasToString(json("{'type':'integer','minimum':1,'maximum':2147483647,'default':20}"));
    assertThat(definition(Example.Model.class).at("/properties/latent/description").asText())
        .isEqualTo("the size of z");
  }

  @Test
  void wordsCarryTheirMeaning() throws Exception {
    assertThat(definition("network.mlp").at("/properties/activation"))
        .hasToString(
            json(
                """
                 {'oneOf':[{'const':'relu','description':'max(x, 0)'},
                 {'const':'leaky-relu','description':'max(x, x/100)'}],'default':'relu'}
                 """));
  }

  @Test
  void aRoleIsOneOfItsPartsOrTheNameOfOneThatNeedsNothing() {
    List<String> ways = new ArrayList<>();
    definition("posterior")
        .get("oneOf")
        .forEach(way -> ways.add(way.path("const").asText() + way.path("$ref").asText()));

    assertThat(ways)
        .containsExactly(
            "diagonal",
            "#/$defs/posterior.diagonal",
            "ar1",
            "#/$defs/posterior.ar1",
            "#/$defs/posterior.flow");
  }

  @Test
  void aPartIsNamedByItsTypeAndAllowsItsOptionsAlone() {
    JsonNode flow = definition("posterior.flow");

    assertThat(flow.at("/properties/type/const").asText()).isEqualTo("flow");
    assertThat(flow.at("/properties/base/$ref").asText()).isEqualTo("#/$defs/posterior");
    assertThat(flow.get("required")).extracting(JsonNode::asText).containsExactly("type", "flows");
    assertThat(flow.get("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void inlinePartsShareTheMappingAndTheRecordsKeysWin() {
    JsonNode term = definition(Example.TermOptions.class).get("oneOf");

    assertThat(term).hasSize(4);
    JsonNode mmd = term.get(3).get("properties");
    assertThat(mmd.fieldNames()).toIterable().containsExactly("type", "widths", "weight");
    assertThat(mmd.at("/weight/$ref").asText())
        .isEqualTo("#/$defs/" + Example.Schedule.class.getName());
  }

  @Test
  void shorthandIsAScalarOrTheMapping() throws Exception {
    JsonNode schedule = definition(Example.Schedule.class).get("anyOf");

    assertThat(schedule.get(0))
        .hasToString(json("{'type':'number','minimum':0,'description':'the weight in the end'}"));
    assertThat(schedule.get(1).get("type").asText()).isEqualTo("object");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = schema.findValues("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(definition(reference.asText().substring("#/$defs/".length())))
                    .isNotNull());
  }

  @Test
  void aRoleWithoutPluginsAcceptsNothing() throws Exception {
    ObjectNode bare = JsonSchema.of(Example.Model.class, PartCatalog.empty());

    assertThat(bare.at("/$defs/decoder")).hasToString(json("{'not':{}}"));
  }
}
