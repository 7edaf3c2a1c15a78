package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.Models;
import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.engine.options.LearningRate;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AdamTest {
  private static final LearningRate RATE =
      new LearningRate(1e-2, LearningRate.Shape.CONSTANT, 0, 0.1, 10);
  private static final OptimizerOptions OPTIONS =
      new OptimizerOptions(OptimizerOptions.Type.ADAM, RATE, 0.9, 0.99, 1e-8);
  private static final TrainingOptions TRAINING =
      new TrainingOptions(
          1,
          1,
          OPTIONS,
          new ClippingOptions(Optional.empty(), Optional.empty()),
          Optional.empty(),
          1);

  /** The update of Kingma and Ba's section 2, element by element. */
  @Test
  void followsTheDefinitionOverManySteps() {
    ParameterStore store =
        Models.small(
                "{latent: 2, encoder: NET, decoder: {type: gaussian, network: NET}}",
                "[{type: kl}]",
                DataType.DOUBLE)
            .parameters();
    int n = Math.toIntExact(store.length());
    double[] parameters = store.flat().dup().data().asDouble();
    double[] m = new double[n];
    double[] v = new double[n];
    Adam adam = new Adam(TRAINING, store);
    Random random = new Random(5);
    for (int step = 0; step < 450; step++) {
      double[] gradient = random.doubles(n, -1, 1).toArray();
      adam.update(List.of(Nd4j.create(gradient, new long[] {n}, DataType.DOUBLE)), 1e-2, step);
      double scale = 1e-2 * Math.sqrt(1 - Math.pow(0.99, step + 1)) / (1 - Math.pow(0.9, step + 1));
      for (int i = 0; i < n; i++) {
        m[i] = 0.9 * m[i] + 0.1 * gradient[i];
        v[i] = 0.99 * v[i] + 0.01 * gradient[i] * gradient[i];
        parameters[i] -= scale * m[i] / (Math.sqrt(v[i]) + 1e-8);
      }
    }
    assertThat(store.flat().data().asDouble()).containsExactly(parameters, within(1e-9));
  }

  @Test
  void momentsOfAParameterWithoutGradientBecomeZeroAndNotDenormal() {
    ParameterStore store =
        Models.small(
                "{latent: 2, encoder: NET, decoder: {type: gaussian, network: NET}}",
                "[{type: kl}]",
                DataType.FLOAT)
            .parameters();
    Adam adam = new Adam(TRAINING, store);
    INDArray gradient = Nd4j.ones(DataType.FLOAT, store.length());
    adam.update(List.of(gradient), 1e-2, 0);
    for (int step = 1; step < 1000; step++) {
      gradient.assign(0);
      adam.update(List.of(gradient), 1e-2, step);
    }
    assertThat(adam.tensors().get("optimizer.m").data()).containsOnly(0f);
  }
}
