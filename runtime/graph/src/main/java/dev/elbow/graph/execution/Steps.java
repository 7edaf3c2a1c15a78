package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GradientGraph;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.capture.UncapturableException;
import dev.elbow.graph.lowering.Lowering;
import dev.elbow.graph.lowering.Separability;
import dev.elbow.graph.parallel.KernelThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes the executions of a training graph, each for one size of the batch. */
final class Steps {
  /** Examples that show what a graph does with a batch; not 2, of which there are other things. */
  private static final int FEW = 3;

  private final BuiltGraph graph;
  private final ParameterStore store;
  private final Collection<String> outputs;
  private final List<String> parameters;
  private final GraphRunner reference;

  Steps(BuiltGraph graph, ParameterStore store, Collection<String> outputs) {
    this.graph = graph;
    this.store = store;
    this.outputs = outputs;
    this.parameters = graph.parameters().stream().map(ParameterSpec::name).toList();
    this.reference = new GraphRunner(graph);
  }

  StepExecution reference() {
    return new ReferenceStep(reference, store, outputs, parameters);
  }

  /** Why the graph is not captured whatever it does; empty if its executions decide. */
  Optional<String> obstacle() {
    if (!KernelThreads.areOnHost()) {
      return Optional.of("the device is no processor");
    }
    return graph.dataType() == DataType.FLOAT
        ? Optional.empty()
        : Optional.of("the graph computes in " + graph.dataType());
  }

  /** What a measurement is good for: the same operations on the same shapes, and threads. */
  String key(int batch, int threads) {
    StringBuilder text = new StringBuilder();
    graph.sameDiff().getOps().values().forEach(op -> text.append(op.getOp().opName()).append(' '));
    graph
        .parameters()
        .forEach(p -> text.append(p.name()).append(java.util.Arrays.toString(p.shape())));
    return Integer.toHexString(text.toString().hashCode())
        + "-"
        + store.length()
        + "-"
        + batch
        + "-"
        + threads;
  }

  StepExecution captured(Feeds feeds, int batch, int threads) throws UncapturableException {
    Recording recording = record(feeds, batch, 0, batch);
    return new CapturedStep(recording, store, outputs, batch, 0, batch, threads);
  }

  /** Why the batch cannot be sliced; empty if it can. */
  Optional<String> obstacleToReplicas(Feeds feeds, int batch) throws UncapturableException {
    if (!graph.updates().isEmpty()) {
      return Optional.of("it keeps statistics of the batch");
    }
    int few = Math.min(batch, FEW);
    Lowering lowering = Lowering.rewritten(record(feeds, batch, 0, few));
    return Separability.obstacle(lowering, few).map(what -> "its examples meet in " + what);
  }

  StepExecution replicated(Feeds feeds, int batch, int replicas) throws UncapturableException {
    List<CapturedStep> steps = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    Recording recording = null;
    int recorded = 0;
    for (int i = 0; i < replicas; i++) {
      int from = (int) ((long) batch * i / replicas);
      int to = (int) ((long) batch * (i + 1) / replicas);
      if (to - from != recorded) {
        recorded = to - from;
        recording = record(feeds, batch, from, to);
      }
      steps.add(new CapturedStep(recording, store, outputs, batch, from, to, 1));
      weights.add((double) (to - from) / batch);
    }
    return new ReplicatedStep(steps, weights, outputs);
  }

  private Recording record(Feeds feeds, int batch, int from, int to) throws UncapturableException {
    SameDiff sameDiff = graph.sameDiff();
    GradientGraph.ensure(sameDiff);
    Map<String, INDArray> arrays = feeds.arrays(batch, from, to);
    return Recorder.backward(sameDiff, GradientGraph.of(sameDiff), arrays, outputs, parameters);
  }
}
