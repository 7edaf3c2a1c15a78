package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.Role;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Shorthand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolverTest {
  record Item(@Default("{type: kl, freeBits: 0.5}") @Inline Divergence divergence, int count) {}

  record Items(List<Item> items) {}

  @Shorthand("divergence")
  record Named(@Inline Divergence divergence, @Default("2") int count) {}

  record NamedItems(List<Named> items) {}

  record Clip(@Default("1.0") Optional<Double> norm, Optional<Integer> steps) {}

  @Test
  void everyDefaultIsWrittenOutAtEveryDepth() {
    assertThat(resolve(Yaml.MINIMAL))
        .isEqualTo(
            Yaml.read(
                """
                name: run
                seed: 0
                data: {dataset: mnist, binarize: none, shuffle: false}
                model:
                  latent: 20
                  encoder: {type: mlp, hidden: [500, 500], activation: relu}
                  posterior: {type: diagonal}
                  prior: {type: standard-normal}
                  decoder:
                    type: bernoulli
                    network: {type: mlp, hidden: [200], activation: relu}
                objective:
                  - {type: kl, freeBits: 0.0, weight: {value: 1.0, warmup: 0}}
                training: {epochs: 20, batch: 128, learningRate: 1.0e-3}
                """));
  }

  @Test
  void keysComeInTheOrderOfTheRecord() {
    MapNode resolved = resolve("model: {decoder: bernoulli, latent: 2}\ndata: {}\nseed: 1\n");

    assertThat(resolved.entries().keySet())
        .containsExactly("name", "seed", "data", "model", "objective", "training");
    assertThat(((MapNode) resolved.get("model")).entries().keySet())
        .containsExactly("latent", "encoder", "posterior", "prior", "decoder");
  }

  @Test
  void resolvingTwiceChangesNothing() {
    MapNode once = resolve(Yaml.MINIMAL);

    MapNode twice = Resolver.resolve(once, Example.Experiment.class, FakeCatalog.standard());

    assertThat(twice).isEqualTo(once);
  }

  @Test
  void defaultsSayWhoseTheyAre() {
    MapNode model = (MapNode) resolve(Yaml.MINIMAL).get("model");
    MapNode network = (MapNode) ((MapNode) model.get("decoder")).get("network");

    assertThat(model.get("latent").place()).hasToString("rho.yaml:2:17");
    assertThat(model.get("encoder").place()).hasToString("default of model.encoder");
    assertThat(network.get("hidden").place()).hasToString("default of model.decoder.network");
    assertThat(network.get("activation").place())
        .hasToString("default of model.decoder.network.activation");
  }

  @Test
  void termsTakeOptionsAndWeightInOneMapping() {
    MapNode resolved =
        resolve(
            Yaml.MINIMAL
                + """
                objective:
                  - {type: kl, weight: 0.5, freeBits: 0.25}
                  - {type: mmd, weight: {value: 10, warmup: 5}}
                  - kl
                """);

    assertThat(resolved.get("objective"))
        .isEqualTo(
            Yaml.read(
                """
                - {type: kl, freeBits: 0.25, weight: {value: 0.5, warmup: 0}}
                - {type: mmd, widths: [1, 2], weight: {value: 10, warmup: 5}}
                - {type: kl, freeBits: 0.0, weight: {value: 1.0, warmup: 0}}
                """));
  }

  @Test
  void inlinePartWithADefaultMayBeLeftOutOrOnlyItsOptionsGiven() {
    assertThat(resolve("items: [{count: 1}, {count: 2, freeBits: 0.1}]", Items.class))
        .isEqualTo(
            Yaml.read(
                "items: [{type: kl, freeBits: 0.5, count: 1}, {type: kl, freeBits: 0.1, count: 2}]"));
  }

  @Test
  void shorthandMayBeTheInlinePart() {
    assertThat(resolve("items: [kl]", NamedItems.class))
        .isEqualTo(Yaml.read("items: [{type: kl, freeBits: 0.0, count: 2}]"));
  }

  @Test
  void partsNestToAnyDepth() {
    String flow = "{type: flow, flows: [planar], base: ar1}";
    MapNode resolved =
        Resolver.resolve(
            Yaml.read("{type: flow, flows: [{type: planar, count: 8}, iaf], base: " + flow + "}"),
            Role.POSTERIOR,
            FakeCatalog.standard());

    assertThat(resolved)
        .isEqualTo(
            Yaml.read(
                """
                type: flow
                base:
                  type: flow
                  base: {type: ar1, least: -0.5, most: 0.5}
                  flows: [{type: planar, count: 1}]
                flows: [{type: planar, count: 8}, {type: iaf, count: 1}]
                """));
  }

  @Test
  void optionalMayBeAbsentOrNull() {
    assertThat(resolve("{}", Clip.class)).isEqualTo(Yaml.read("norm: 1.0"));
    assertThat(resolve("{norm: null, steps:}", Clip.class))
        .isEqualTo(Yaml.read("{norm: null, steps: null}"));
  }

  @Test
  void aSectionWithEverythingCommentedOutHasItsDefaults() {
    MapNode resolved = resolve(Yaml.MINIMAL + "training:\n#  epochs: 5\n");

    assertThat(resolved.get("training"))
        .isEqualTo(Yaml.read("{epochs: 20, batch: 128, learningRate: 1.0e-3}"));
  }

  @Test
  void wordsAndNumbersGetTheirPlainSpelling() {
    MapNode resolved = resolve(Yaml.MINIMAL + "training: {epochs: 1_000, batch: 0x10}\nseed: +7\n");

    assertThat(resolved.get("training"))
        .isEqualTo(Yaml.read("{epochs: 1000, batch: 16, learningRate: 1.0e-3}"));
    assertThat(resolved.get("seed")).hasToString("7");
  }
}
