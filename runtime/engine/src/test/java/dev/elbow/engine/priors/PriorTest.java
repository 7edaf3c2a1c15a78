package dev.elbow.engine.priors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.Models;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Prior;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Priors with random parameters: density against samples, and against 1. */
class PriorTest {
  private static final double WIDE = 200;
  private static final int SAMPLES = 40_000;

  private static final String NET = "{type: mlp, hidden: [4], activation: tanh}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard-normal",
        "{type: mixture, components: 1}",
        "{type: mixture, components: 4}",
        "{type: flow, flows: [{type: realnvp, network: " + NET + ", count: 2}]}",
        "{type: vamp, components: 3}"
      })
  void theDensityIntegratesToOne(String prior) {
    int points = 40_001;
    double step = 2 * WIDE / (points - 1);
    double[] z = new double[points];
    for (int i = 0; i < points; i++) {
      z[i] = -WIDE + i * step;
    }
    double integral = 0;
    for (double logDensity : new OnePrior(prior, 1).logDensity(z)) {
      integral += Math.exp(logDensity) * step;
    }
    assertThat(integral).isCloseTo(1, within(1e-3));
  }

  /** E log p(z) over the prior's samples is the negative entropy, which a grid gives too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: mixture, components: 1}",
        "{type: mixture, components: 4}",
        "{type: flow, flows: [{type: realnvp, network: " + NET + ", count: 2}]}",
        "{type: vamp, components: 3}"
      })
  void samplesFollowTheDensity(String yaml) {
    OnePrior prior = new OnePrior(yaml, 1);
    double[] samples = prior.sample(SAMPLES);
    for (double threshold : new double[] {-1, 0, 1}) {
      double below = 0;
      for (double sample : samples) {
        below += sample < threshold ? 1.0 / SAMPLES : 0;
      }
      assertThat(below)
          .describedAs("P(z < %s)", threshold)
          .isCloseTo(massBelow(prior, threshold), within(4 * 0.5 / Math.sqrt(SAMPLES) + 1e-3));
    }
  }

  private static double massBelow(OnePrior prior, double threshold) {
    int points = 40_001;
    double step = (threshold + WIDE) / (points - 1);
    double[] z = new double[points];
    for (int i = 0; i < points; i++) {
      z[i] = -WIDE + i * step;
    }
    double mass = 0;
    double[] logDensity = prior.logDensity(z);
    for (int i = 0; i < points; i++) {
      mass += Math.exp(logDensity[i]) * step * (i == 0 || i == points - 1 ? 0.5 : 1);
    }
    return mass;
  }

  @Test
  void aFlowPriorRefusesAFlowWithoutInverse() {
    assertThatThrownBy(() -> new OnePrior("{type: flow, flows: [{type: planar}]}", 2))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.problem()).contains("expects an invertible flow");
              assertThat(e.place()).isNotEmpty();
            });
  }

  @Test
  void aFlowPriorRefusesAFlowWithContext() {
    assertThatThrownBy(() -> new OnePrior("{type: flow, flows: [{type: realnvp, context: 3}]}", 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("without context");
  }

  @Test
  void aVampPriorNeedsAPosteriorWithADensity() {
    assertThatThrownBy(
            () ->
                Models.small(
                    "{latent: 2, encoder: NET, decoder: {type: bernoulli, network: NET},"
                        + " prior: vamp, posterior: {type: flow, flows: [{type: planar}]}}",
                    "[{type: kl}]",
                    DataType.FLOAT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("density");
  }

  /** A prior in a graph of its own, in double precision, its parameters drawn at random. */
  private static final class OnePrior {
    private final int latent;
    private final GraphRunner runner;

    OnePrior(String prior, int latent) {
      this.latent = latent;
      ModelParts parts =
          Models.parts(
              "{latent: %d, encoder: NET, decoder: {type: bernoulli, network: NET}, prior: %s}"
                  .formatted(latent, prior),
              "[{type: kl}]");
      GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, false);
      Graph scope = builder.root().scope("prior");
      Prior part = parts.options().prior();
      SDVariable z = builder.input("z", latent);
      builder.output("density", part.logDensity(scope, z).orElseThrow());
      builder.output("sample", part.sample(scope));
      BuiltGraph graph = builder.build();
      Random random = new Random(11);
      for (ParameterSpec spec : graph.parameters()) {
        double[] values = random.doubles(spec.length(), -1, 1).toArray();
        INDArray array = Nd4j.create(values, spec.shape(), DataType.DOUBLE);
        graph.variables().setArray(spec.name(), array);
      }
      this.runner = new GraphRunner(graph);
    }

    double[] logDensity(double[] z) {
      Feeds feeds =
          new Feeds(runner.graph())
              .put("z", Nd4j.create(z, new long[] {z.length / latent, latent}, DataType.DOUBLE));
      return run(feeds, "density");
    }

    double[] sample(int count) {
      return run(new Feeds(runner.graph()).noise(count, 3, "test", 0), "sample");
    }

    private double[] run(Feeds feeds, String output) {
      return runner.outputs(feeds.arrays(), List.of(output)).get(output).dup().data().asDouble();
    }
  }
}
