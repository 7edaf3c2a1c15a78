package dev.elbow.engine.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.Models;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.registry.Registry;
import dev.elbow.graph.numeric.LogDeterminant;
import dev.elbow.graph.numeric.NumericJacobian;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Flow;
import dev.elbow.spi.Role;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flow against the numeric Jacobian of its own map, with random parameters. */
class FlowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "planar",
        "{type: planar, amortised: true}",
        "radial",
        "{type: radial, amortised: true}",
        "{type: iaf, hidden: [7, 6], activation: tanh}",
        "{type: iaf, hidden: [], context: 2}",
        "{type: iaf, hidden: [5], activation: tanh, context: 2}",
        "{type: realnvp, network: {type: mlp, hidden: [6], activation: tanh}}",
        "{type: realnvp, context: 2, network: {type: mlp, hidden: [6], activation: tanh}}",
      })
  void theLogDeterminantIsThatOfTheNumericJacobian(String yaml) {
    for (int latent : new int[] {1, 2, 5}) {
      for (int trial = 0; trial < 4; trial++) {
        FlowGraph flow = new FlowGraph(flow(yaml, latent), latent, trial, 3.0);
        double[] z = normal(latent, trial, 2);
        double expected = LogDeterminant.of(jacobian(flow, z));
        assertThat(flow.logDeterminant(z))
            .describedAs("%s, latent %d, trial %d", yaml, latent, trial)
            .isCloseTo(expected, within(1e-5));
      }
    }
  }

  /** Reversing the columns undoes the reversal at the end of a step. */
  @Test
  void theOutputsOfIafSeeEarlierInputsAndThemselvesAlone() {
    FlowGraph flow =
        new FlowGraph(flow("{type: iaf, hidden: [9, 9], activation: tanh}", 5), 5, 1, 3.0);
    double[][] jacobian = jacobian(flow, normal(5, 3, 1));
    for (int output = 0; output < 5; output++) {
      double[] row = jacobian[4 - output];
      assertThat(row[output]).isGreaterThan(0);
      for (int later = output + 1; later < 5; later++) {
        assertThat(row[later]).describedAs("d z'_%d / d z_%d", output, later).isZero();
      }
      for (int earlier = 0; earlier < output; earlier++) {
        assertThat(row[earlier]).isNotZero();
      }
    }
  }

  @Test
  void theInverseOfRealNvpUndoesIt() {
    String yaml = "{type: realnvp, context: 2, network: {type: mlp, hidden: [8]}}";
    for (int latent : new int[] {1, 2, 5}) {
      FlowGraph flow = new FlowGraph(flow(yaml, latent), latent, 5, 2.0);
      double[] z = normal(latent, 9, 1.5);
      assertThat(flow.inverse(flow.forward(z))).containsExactly(z, within(1e-9));
      assertThat(flow.inverseLogDeterminant(flow.forward(z)))
          .isCloseTo(-flow.logDeterminant(z), within(1e-9));
    }
  }

  /** Large weights try to fold the planar ridge back; the constraint on w.u forbids it. */
  @Test
  void planarStaysInvertibleWithLargeParameters() {
    for (int trial = 0; trial < 20; trial++) {
      FlowGraph flow = new FlowGraph(flow("planar", 2), 2, trial, 30.0);
      for (int point = 0; point < 10; point++) {
        double[] z = normal(2, 100 + point, 3);
        assertThat(flow.logDeterminant(z)).isFinite();
        assertThat(LogDeterminant.sign(jacobian(flow, z))).isNotEqualTo(-1);
      }
    }
  }

  private static Flow flow(String yaml, int latent) {
    Registry registry = Plugins.engine().registry();
    ModelContext context = new ModelContext(latent, Models.SHAPE, DataValues.UNIT_INTERVAL);
    return Binder.bindPart(
        Resolver.resolve(YamlReader.read(yaml, "test"), Role.FLOW, registry),
        Flow.class,
        registry,
        new ContextPartMaker(context));
  }

  private static double[][] jacobian(FlowGraph flow, double[] z) {
    return NumericJacobian.of(flow::forward, z);
  }

  private static double[] normal(int n, long seed, double scale) {
    Random random = new Random(seed);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }
}
