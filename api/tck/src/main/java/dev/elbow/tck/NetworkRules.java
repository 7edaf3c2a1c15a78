package dev.elbow.tck;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/** N1 and N2: a network in training and in evaluation. */
final class NetworkRules {
  static final String INPUT = "x";
  static final String OUTPUT = "y";

  private static final int ROWS = 256;

  /** A running variance may be the unbiased one, larger by 1 in ROWS, and pass several layers. */
  private static final double STATISTICS = 4.0 / ROWS;

  private NetworkRules() {}

  static void checkParameters(Subject<Network> subject, List<Scene<Network>> scenes) {
    Faults faults = new Faults();
    for (Scene<Network> scene : scenes) {
      Set<String> trained = names(subject.bench(scene));
      Set<String> evaluated = names(subject.bench(scene, DataType.DOUBLE, false));
      faults.unless(
          trained.equals(evaluated),
          "%s: training has %s, evaluation %s",
          scene.label(),
          trained,
          evaluated);
    }
    faults.report();
  }

  private static Set<String> names(Bench bench) {
    BuiltGraph graph = bench.graph();
    Set<String> names = new TreeSet<>();
    Stream.concat(graph.parameters().stream(), graph.states().stream())
        .map(NetworkRules::described)
        .forEach(names::add);
    return names;
  }

  private static String described(ParameterSpec spec) {
    return spec.name() + Arrays.toString(spec.shape());
  }

  static void checkEvaluation(Subject<Network> subject, Scene<Network> scene) {
    Faults faults = new Faults();
    Bench training = subject.bench(scene);
    Bench evaluation = subject.bench(scene, DataType.DOUBLE, false);
    faults.unless(
        evaluation.graph().noises().isEmpty(),
        "evaluation asks for the noise %s",
        evaluation.graph().noises().stream().map(noise -> noise.name()).toList());
    faults.unless(evaluation.graph().updates().isEmpty(), "evaluation updates states");
    faults.unless(
        training.graph().updates().size() == training.graph().states().size(),
        "training updates %s of the states %s",
        training.graph().updates().keySet(),
        training.graph().states().stream().map(ParameterSpec::name).toList());
    faults.report();
    if (training.graph().noises().isEmpty()) {
      sameAtRest(training, evaluation, faults);
    }
    faults.report();
  }

  private static void sameAtRest(Bench training, Bench evaluation, Faults faults) {
    training.parameters().moved(12);
    Batch batch = training.batch(ROWS, 71);
    if (!StatesAtRest.reach(training, batch)) {
      return;
    }
    evaluation.parameters().set(training.parameters().values());
    Tensor expected = training.run(batch, OUTPUT);
    Tensor found = evaluation.run(batch, OUTPUT);
    boolean hasStates = !training.graph().states().isEmpty();
    double tolerance = hasStates ? STATISTICS * Math.max(1, expected.largest()) : 0;
    double difference = found.plus(expected, -1).largest();
    faults.unless(
        difference <= tolerance,
        "with the states where training leaves them, evaluation differs from training by %.3g"
            + " (tolerance %.2g)",
        difference,
        tolerance);
  }
}
