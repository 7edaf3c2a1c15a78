package dev.elbow.engine.model;

import dev.elbow.engine.Models;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GradientGraph;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.graph.program.Program;
import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Where the time of a step's forward and backward graph goes: through SameDiff, replayed call by
 * call, and rewritten; one thread. It is no test and no part of the build; run it on an idle
 * machine:
 *
 * <pre>
 * OMP_WAIT_POLICY=PASSIVE mvn -f runtime/engine/pom.xml test -Dtest=ReplayBenchmark \
 *   [-Delbow.batch=64] [-Delbow.model='{latent: 20, ...}']
 * </pre>
 */
class ReplayBenchmark {
  private static final String MODEL =
      System.getProperty(
          "elbow.model",
          "{latent: 20, encoder: {type: mlp, hidden: [500, 500]}, "
              + "decoder: {type: bernoulli, network: {type: mlp, hidden: [500, 500]}}}");

  private static final int BATCH = Integer.getInteger("elbow.batch", 64);
  private static final int ROUNDS = Integer.getInteger("elbow.rounds", 150);

  private final ModelGraphs model =
      ModelGraphs.assemble(Models.parts(MODEL, "vae", new DataShape(1, 28, 28)), 1, DataType.FLOAT);

  private final List<String> parameters =
      model.training().graph().parameters().stream().map(ParameterSpec::name).toList();

  private Feeds feeds() {
    int features = model.parts().shape().features();
    float[] x = new float[BATCH * features];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.abs(Math.sin(i));
    }
    Feeds feeds =
        new Feeds(model.training().graph())
            .put(TrainingGraph.X, x, BATCH, features)
            .epoch(0)
            .noise(BATCH, 1, "train", 0);
    model.training().terms().forEach(term -> feeds.put(term.weight(), 1));
    return feeds;
  }

  @Test
  void whereTheTimeGoes() throws Exception {
    KernelThreads.use(1);
    var sameDiff = model.training().graph().sameDiff();
    List<String> outputs = List.of(TrainingGraph.OBJECTIVE);
    GraphRunner reference = new GraphRunner(model.training().graph());
    time("SameDiff's session", () -> reference.gradients(feeds().arrays(), outputs, parameters));
    GradientGraph.ensure(sameDiff);
    Recording recording =
        Recorder.backward(
            sameDiff, GradientGraph.of(sameDiff), feeds().arrays(), outputs, parameters);
    profile("replayed call by call", Program.of(recording, Map.of(), false, 1));
    profile("rewritten", Program.of(recording, Map.of(), true, 1));
  }

  private void profile(String what, Program program) {
    Feeds feeds = feeds();
    feeds.copyTo(program::input, BATCH, 0, BATCH);
    time(what, () -> program.run(Workers.caller()));
    System.out.printf(
        "  %d instructions, %.1f MB of arrays with the gradients%n",
        program.size(), program.bytes() / 1e6);
    Map<String, Long> nanos = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      program.run(Workers.caller(), nanos);
    }
    Map<Double, String> byTime = new TreeMap<>((a, b) -> Double.compare(b, a));
    nanos.forEach((name, sum) -> byTime.put(sum / 1e3 / ROUNDS, name));
    byTime.entrySet().stream()
        .limit(25)
        .forEach(e -> System.out.printf("  %8.1f us  %s%n", e.getKey(), e.getValue()));
  }

  private static void time(String what, Runnable step) {
    double[] milliseconds = new double[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      step.run();
      milliseconds[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        "%s: median %.2f ms, 10 to 90 %% %.2f to %.2f%n",
        what, milliseconds[ROUNDS / 2], milliseconds[ROUNDS / 10], milliseconds[ROUNDS * 9 / 10]);
  }
}
