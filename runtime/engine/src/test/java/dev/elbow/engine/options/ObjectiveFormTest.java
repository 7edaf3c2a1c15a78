package dev.elbow.engine.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.Plugins;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vae | kl 1.0",
        "{type: vae} | kl 1.0",
        "autoencoder | ''",
        "beta-vae | kl 4.0",
        "{type: beta-vae, beta: 0.25} | kl 0.25",
        "aae | adversarial 1.0",
        "wae-mmd | mmd 10.0",
        "{type: info-vae, alpha: 0, lambda: 500} | kl 1.0, mmd 499.0",
        "{type: info-vae, alpha: 1, lambda: 1000} | mmd 1000.0",
        "{type: info-vae, alpha: 0, lambda: 1} | kl 1.0",
        "{type: info-vae, alpha: -3, lambda: 4} | kl 4.0",
        "{type: info-vae, alpha: 0.9, lambda: 0.3, divergence: stein} | kl 0.1, stein 0.2",
        "{type: info-vae, alpha: 1, lambda: 1, divergence: adversarial} | adversarial 1.0",
        "{type: kl, weight: 2} | kl 2",
        "kl | kl 1.0",
        "[kl, mmd] | kl 1.0, mmd 1.0",
      })
  void aShortFormStandsForItsTerms(String yaml, String terms) {
    assertThat(String.join(", ", terms(yaml))).isEqualTo(terms);
  }

  @Test
  void theScheduleOfBetaIsTheWeightsOwn() {
    MapNode weight =
        (MapNode)
            term("{type: beta-vae, beta: {value: 4, schedule: linear, epochs: 5}}").get("weight");
    assertThat(weight.get("schedule")).hasToString("linear");
    assertThat(weight.get("epochs")).hasToString("5");
  }

  @Test
  void theDivergenceKeepsItsOptions() {
    MapNode term = term("{type: wae-mmd, divergence: {type: mmd, kernel: rbf}}");
    assertThat(term.get("kernel")).hasToString("rbf");
    assertThat(term("wae-mmd").get("kernel")).hasToString("imq");
  }

  @Test
  void theWrittenOutObjectiveResolvesToItself() {
    ConfigNode once = objective("{type: info-vae, lambda: 7}");
    MapNode again =
        new MapNode(Map.of("objective", once), once.place())
            .with("data", YamlReader.read("dataset: fashion-mnist-sample", "test"))
            .with("model", YamlReader.read("latent: 2", "test"));
    assertThat(
            Resolver.resolve(again, ExperimentOptions.class, Plugins.engine().registry())
                .get("objective"))
        .isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beta-vea | Did you mean beta-vae?",
        "{type: beta-vae, bta: 4} | Did you mean beta?",
        "{type: info-vae, alpha: 0, lambda: 0.5, divergence: kl} | expected alpha + lambda >= 1",
        "{type: info-vae, alpha: 2, divergence: kl} | alpha",
        "{type: info-vae, divergence: mmdd} | Did you mean mmd?",
        "{type: wasserstein} | Short forms: autoencoder, vae, beta-vae, info-vae, aae, wae-mmd",
      })
  void aMistakeIsNamedWithItsPlace(String yaml, String text) {
    assertThatThrownBy(() -> objective(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("objective")
        .hasMessageContaining("test:")
        .hasMessageContaining(text);
  }

  private static List<String> terms(String yaml) {
    return ((ListNode) objective(yaml))
        .items().stream()
            .map(MapNode.class::cast)
            .map(term -> term.get("type") + " " + ((MapNode) term.get("weight")).get("value"))
            .toList();
  }

  private static MapNode term(String yaml) {
    return (MapNode) ((ListNode) objective(yaml)).items().get(0);
  }

  private static ConfigNode objective(String yaml) {
    String text =
        "data: {dataset: fashion-mnist-sample}\nmodel: {latent: 2}\nobjective: " + yaml + "\n";
    return Resolver.resolve(
            YamlReader.read(text, "test"), ExperimentOptions.class, Plugins.engine().registry())
        .get("objective");
  }
}
