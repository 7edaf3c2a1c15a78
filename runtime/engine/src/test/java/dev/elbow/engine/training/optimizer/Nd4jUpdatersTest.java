package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.graph.ParameterStore;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.impl.updaters.AdaBeliefUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.AdaDeltaUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.AdaGradUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.AdaMaxUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.AmsGradUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NadamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** The rules against ND4J's operations. */
class Nd4jUpdatersTest {
  private static final int SIZE = 40;
  private static final double RATE = 1e-2;

  /** ND4J's Nadam lacks the corrections of the first steps, of which nothing is left here. */
  private static final int LATE = 20_000;

  /** ND4J's operation on a gradient, which becomes the update, and states. */
  private interface Updater {
    CustomOp of(INDArray gradient, INDArray a, INDArray b, INDArray c, int step);
  }

  static List<Arguments> updaters() {
    var rate = Stores.RATE;
    return List.of(
        updater(
            new OptimizerOptions.Adam(rate, 0.9, 0.99, 1e-8),
            0,
            (g, a, b, c, t) -> new AdamUpdater(g, a, b, RATE, 0.9, 0.99, 1e-8, t)),
        updater(
            new OptimizerOptions.AmsGrad(rate, 0.9, 0.99, 1e-8),
            0,
            (g, a, b, c, t) -> new AmsGradUpdater(g, a, b, c, RATE, 0.9, 0.99, 1e-8, t)),
        updater(
            new OptimizerOptions.AdaMax(rate, 0.9, 0.99, 1e-30),
            0,
            (g, a, b, c, t) -> new AdaMaxUpdater(g, a, b, RATE, 0.9, 0.99, 1e-8, t)),
        updater(
            new OptimizerOptions.Nadam(rate, 0.9, 0.99, 1e-8),
            LATE,
            (g, a, b, c, t) -> new NadamUpdater(g, a, b, RATE, 0.9, 0.99, 1e-8, t)),
        updater(
            new OptimizerOptions.AdaBelief(rate, 0.9, 0.99, 1e-12),
            0,
            (g, a, b, c, t) -> new AdaBeliefUpdater(g, a, b, RATE, 0.9, 0.99, 1e-12, t)),
        updater(
            new OptimizerOptions.RmsProp(rate, 0.9, 1e-8),
            0,
            (g, a, b, c, t) -> new RmsPropUpdater(g, a, RATE, 0.9, 1e-8)),
        updater(
            new OptimizerOptions.AdaGrad(rate, 1e-8),
            0,
            (g, a, b, c, t) -> new AdaGradUpdater(g, a, RATE, 1e-8)),
        updater(
            new OptimizerOptions.AdaDelta(rate, 0.95, 1e-6),
            0,
            (g, a, b, c, t) -> new AdaDeltaUpdater(g, a, b, 0.95, 1e-6)),
        updater(
            new OptimizerOptions.Sgd(rate, 0.9, true),
            0,
            (g, a, b, c, t) -> new NesterovsUpdater(g, a, RATE, 0.9)));
  }

  private static Arguments updater(OptimizerOptions options, int first, Updater updater) {
    return Arguments.of(options, first, updater);
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void agreesWithNd4jOverManySteps(OptimizerOptions options, int first, Updater updater) {
    ParameterStore store = Stores.of(SIZE);
    Optimizer optimizer = Stores.optimizer(options, store);
    INDArray expected = store.flat().dup();
    INDArray[] states = new INDArray[3];
    for (int i = 0; i < states.length; i++) {
      states[i] = Nd4j.zeros(DataType.FLOAT, SIZE);
    }
    Random random = new Random(6);
    double rate = options instanceof OptimizerOptions.AdaDelta ? 1 : RATE;
    for (int step = first; step < first + 200; step++) {
      INDArray gradient = gradient(random);
      INDArray update = gradient.dup();
      Nd4j.exec(updater.of(update, states[0], states[1], states[2], step));
      expected.subi(update);
      optimizer.update(Stores.sum(gradient), rate, step);
    }
    assertThat(store.flat().data().asDouble())
        .containsExactly(expected.data().asDouble(), within(1e-5));
  }

  private static INDArray gradient(Random random) {
    float[] gradient = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      gradient[i] = (float) ((random.nextGaussian() + 0.3) * Math.pow(10, i % 4 - 3));
    }
    return Nd4j.createFromArray(gradient);
  }
}
