package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

/**
 * Times the pass of every optimizer on 1.33 million parameters, beside ND4J's, and 50,000 steps of
 * Adam with half of the gradient exactly 0 from step 1,000 on. It is no test and no part of the
 * build; run it on an idle machine:
 *
 * <pre>
 * mvn -f runtime/engine/pom.xml test -Dtest=OptimizerBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>{@code -Delbow.threads=2} sets the threads, {@code -Delbow.steps=5000} a shorter long run.
 */
class OptimizerBenchmark {
  private static final int PARAMETERS = 1_330_000;
  private static final int ROUNDS = 7;
  private static final int PASSES = 40;
  private static final int WINDOW = 1000;
  private static final int THREADS = Integer.getInteger("elbow.threads", 1);
  private static final int STEPS = Integer.getInteger("elbow.steps", 50_000);

  private final INDArray gradient = gradient();
  private final INDArray[] nd4j = new INDArray[5];

  private static INDArray gradient() {
    Random random = new Random(1);
    float[] values = new float[PARAMETERS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * 1e-3);
    }
    return Nd4j.createFromArray(values);
  }

  /** Both sides take turns, so that what else the machine does falls on both. */
  @Test
  void passes() {
    for (int i = 0; i < nd4j.length; i++) {
      nd4j[i] = Nd4j.zeros(DataType.FLOAT, PARAMETERS);
    }
    System.out.printf("%nms a pass, %,d parameters, %d threads%n", PARAMETERS, THREADS);
    System.out.printf("%-46s %8s %8s %8s %8s%n", "", "median", "least", "ND4J", "least");
    try (Workers workers = Workers.of(THREADS)) {
      for (OptimizerOptions options : Stores.ALL) {
        ParameterStore store = Stores.of(PARAMETERS);
        Optimizer optimizer =
            Optimizers.create(Stores.options(options, Stores.FREE), store, workers);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          time(ours, round, () -> optimizer.update(Stores.sum(gradient), 1e-3, 3));
          time(theirs, round, () -> nd4j(options));
        }
        String name = options.toString().replaceAll("learningRate=LearningRate\\[.*?], ", "");
        System.out.printf(
            "%-46s %8.2f %8.2f %8.2f %8.2f%n",
            name.replaceAll("learningRate=LearningRate\\[.*?]", ""),
            median(ours),
            least(ours),
            median(theirs),
            least(theirs));
      }
    }
  }

  private static void time(List<Double> times, int round, Runnable pass) {
    for (int i = 0; i < PASSES; i++) {
      long start = System.nanoTime();
      pass.run();
      if (round > 1) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
  }

  private static double median(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static double least(List<Double> times) {
    return times.stream().mapToDouble(t -> t).min().orElse(Double.NaN);
  }

  /** What the engine did before: ND4J's operation, then the subtraction. */
  private void nd4j(OptimizerOptions options) {
    INDArray g = nd4j[0].assign(gradient);
    CustomOp op = nd4j(options, g, nd4j[1], nd4j[2], nd4j[3]);
    if (op == null) {
      g.muli(1e-3);
    } else {
      Nd4j.exec(op);
    }
    nd4j[4].subi(g);
  }

  private static CustomOp nd4j(
      OptimizerOptions options, INDArray g, INDArray a, INDArray b, INDArray c) {
    String name = options.getClass().getSimpleName();
    return switch (name) {
      case "Adam", "AdamW" -> new AdamUpdater(g, a, b, 1e-3, 0.9, 0.99, 1e-8, 3);
      case "AmsGrad" -> new AmsGradUpdater(g, a, b, c, 1e-3, 0.9, 0.99, 1e-8, 3);
      case "AdaMax" -> new AdaMaxUpdater(g, a, b, 1e-3, 0.9, 0.99, 1e-8, 3);
      case "Nadam" -> new NadamUpdater(g, a, b, 1e-3, 0.9, 0.99, 1e-8, 3);
      case "AdaBelief" -> new AdaBeliefUpdater(g, a, b, 1e-3, 0.9, 0.99, 1e-12, 3);
      case "RmsProp" -> new RmsPropUpdater(g, a, 1e-3, 0.9, 1e-8);
      case "AdaGrad" -> new AdaGradUpdater(g, a, 1e-3, 1e-8);
      case "AdaDelta" -> new AdaDeltaUpdater(g, a, b, 0.95, 1e-6);
      default -> Stores.PLAIN.equals(options) ? null : new NesterovsUpdater(g, a, 1e-3, 0.9);
    };
  }

  /** Plain and averaging take turns. */
  @Test
  void averaging() {
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>());
    try (Workers workers = Workers.of(THREADS)) {
      List<Optimizer> both =
          Stream.of(
                  Optional.<AveragingOptions>empty(), Optional.of(new AveragingOptions(0.9, true)))
              .map(averaging -> Stores.options(Stores.ALL.get(0), Stores.FREE, averaging))
              .map(options -> Optimizers.create(options, Stores.of(PARAMETERS), workers))
              .toList();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < both.size(); i++) {
          Optimizer one = both.get(i);
          time(times.get(i), round, () -> one.update(Stores.sum(gradient), 1e-3, 3));
        }
      }
    }
    System.out.printf(
        "%nAdam %.2f ms, least %.2f; with averaging %.2f, least %.2f%n",
        median(times.get(0)), least(times.get(0)), median(times.get(1)), least(times.get(1)));
  }

  /** What denormal moments cost where nothing keeps them away. */
  @Test
  void nd4jOnDenormalMoments() {
    INDArray none = Nd4j.zeros(DataType.FLOAT, PARAMETERS);
    for (double moment : new double[] {1e-3, 1e-40}) {
      INDArray m = none.dup().assign(moment);
      INDArray v = none.dup().assign(moment);
      List<Double> times = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        time(times, round, () -> Nd4j.exec(new AdamUpdater(none, v, m, 0, 1, 1, 1e-8, 3)));
        none.assign(0);
      }
      System.out.printf(
          "%nND4J's Adam with moments of %.0e: %.2f ms, least %.2f%n",
          moment, median(times), least(times));
    }
  }

  /** A row for each window of 1,000 steps; a flat column is the aim. */
  @Test
  void longRunWithDeadUnits() {
    System.out.printf("%nAdam, %,d steps, half of the gradient 0 from 1,000 on%n", STEPS);
    System.out.printf("%8s %10s %10s%n", "step", "median ms", "mean ms");
    ParameterStore store = Stores.of(PARAMETERS);
    INDArray dying = gradient.dup();
    try (Workers workers = Workers.of(THREADS)) {
      Optimizer optimizer =
          Optimizers.create(Stores.options(Stores.ALL.get(0), Stores.FREE), store, workers);
      double[] window = new double[WINDOW];
      for (int step = 0; step < STEPS; step++) {
        if (step == WINDOW) {
          kill(dying);
        }
        long start = System.nanoTime();
        optimizer.update(Stores.sum(dying), 1e-4, step);
        window[step % WINDOW] = (System.nanoTime() - start) / 1e6;
        if (step % WINDOW == WINDOW - 1) {
          double mean = Arrays.stream(window).average().orElse(0);
          Arrays.sort(window);
          System.out.printf("%8d %10.3f %10.3f%n", step + 1, window[WINDOW / 2], mean);
        }
      }
    }
  }

  private static void kill(INDArray gradient) {
    gradient.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, PARAMETERS / 2)).assign(0);
  }
}
