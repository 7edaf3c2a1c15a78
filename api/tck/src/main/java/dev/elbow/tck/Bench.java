package dev.elbow.tck;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Noise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph around a part, what it is fed and what comes out.
 *
 * <p>The losses that are differentiated weigh every number of every output differently, by inputs
 * of their own, so that an operation that ignores the gradient which reaches it is found out.
 */
final class Bench {
  private static final String WEIGHT = "weight-of-";

  private record Input(SDVariable variable, int width, Draw draw, boolean differentiated) {}

  private final GraphBuilder builder;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private final Set<String> scalars = new HashSet<>();
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private GraphRunner runner;
  private Parameters parameters;
  private Output.Kind differentiated;

  private Bench(DataType dataType, boolean training) {
    builder = new GraphBuilder(dataType, training);
  }

  /** A graph in double precision as in training. */
  static Bench build(Consumer<Bench> content) {
    return build(DataType.DOUBLE, true, content);
  }

  static Bench build(DataType dataType, boolean training, Consumer<Bench> content) {
    Bench bench = new Bench(dataType, training);
    content.accept(bench);
    for (Output.Kind kind : List.of(Output.Kind.VALUE, Output.Kind.ADVERSARY)) {
      bench.makeLoss(kind);
    }
    bench.runner = new GraphRunner(bench.builder.build());
    bench.parameters = new Parameters(bench.runner.graph());
    return bench;
  }

  /** A part's place in the graph. */
  Stage stage(String scope, String outputPrefix) {
    return new Stage(this, scope, outputPrefix);
  }

  Graph root() {
    return builder.root();
  }

  SDVariable input(String name, int width, Draw draw, boolean isDifferentiated) {
    return inputs
        .computeIfAbsent(
            name, n -> new Input(builder.input(n, width), width, draw, isDifferentiated))
        .variable();
  }

  SDVariable scalar(String name) {
    scalars.add(name);
    return builder.scalarInput(name);
  }

  /** An input that turned out to be of no use to the part. */
  void ignore(String name) {
    inputs.computeIfPresent(
        name, (n, in) -> new Input(in.variable(), in.width(), in.draw(), false));
  }

  void output(Output.Kind kind, String name, SDVariable value, int[] shapePerExample) {
    builder.output(name, value);
    outputs.put(name, new Output(kind, name, shapePerExample));
  }

  private void makeLoss(Output.Kind kind) {
    SDVariable loss = null;
    for (Output output : ofKind(kind)) {
      SDVariable value = builder.root().sameDiff().getVariable(output.name());
      SDVariable weighted = value.mul(weight(output)).sum();
      loss = loss == null ? weighted : loss.add(weighted);
    }
    if (loss != null) {
      builder.output(kind.name(), loss);
    }
  }

  private SDVariable weight(Output output) {
    String name = WEIGHT + output.name();
    if (output.shapePerExample() == null) {
      return builder.scalarInput(name);
    }
    long[] shape = new long[output.shapePerExample().length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = output.shapePerExample()[i];
    }
    return builder.input(name, shape);
  }

  List<Output> ofKind(Output.Kind kind) {
    return outputs.values().stream().filter(o -> o.kind() == kind).toList();
  }

  BuiltGraph graph() {
    return runner.graph();
  }

  Parameters parameters() {
    return parameters;
  }

  Collection<Output> outputs() {
    return outputs.values();
  }

  /** Whether there is an output of that name. */
  boolean offers(String output) {
    return outputs.containsKey(output);
  }

  /** Names of the differentiated inputs. */
  List<String> differentiatedInputs() {
    return inputs.keySet().stream().filter(name -> inputs.get(name).differentiated()).toList();
  }

  /** Whether an input is the bench's, not the part's. */
  boolean isOwn(String name) {
    return inputs.containsKey(name)
        || scalars.contains(name)
        || name.startsWith(WEIGHT)
        || name.equals("epoch");
  }

  /** Inputs and noise, the same for the same seed. */
  Batch batch(int rows, long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    inputs.forEach((name, in) -> tensors.put(name, in.draw().tensor(seed, name, rows, in.width())));
    for (NoiseSpec noise : graph().noises()) {
      Draw draw = noise.distribution() == Noise.UNIFORM ? Draw.UNIFORM : Draw.NORMAL;
      tensors.put(noise.name(), draw.tensor(seed, noise.name(), noise.shape(rows)));
    }
    return new Batch(rows, tensors, 0);
  }

  /** The batch with other noise. */
  Batch withNoise(Batch batch, long seed) {
    Batch changed = batch;
    Batch other = batch(batch.rows(), seed);
    for (NoiseSpec noise : graph().noises()) {
      changed = changed.with(noise.name(), other.get(noise.name()));
    }
    return changed;
  }

  /** The states as they are. */
  Map<String, Tensor> states() {
    Map<String, Tensor> states = new LinkedHashMap<>();
    graph().states().forEach(s -> states.put(s.name(), parameters.value(s.name())));
    return states;
  }

  /**
   * What a training step on the batch would make of the states; those that stay are as they are.
   */
  Map<String, Tensor> updatedStates(Batch batch) {
    Map<String, Tensor> states = states();
    Map<String, SDVariable> updates = graph().updates();
    if (updates.isEmpty()) {
      return states;
    }
    Map<String, Tensor> found =
        run(batch, updates.values().stream().map(SDVariable::name).toList());
    updates.forEach((state, update) -> states.put(state, found.get(update.name())));
    return states;
  }

  /** Every output. */
  Map<String, Tensor> run(Batch batch) {
    return run(batch, outputs.keySet());
  }

  Tensor run(Batch batch, String output) {
    return run(batch, List.of(output)).get(output);
  }

  private Map<String, Tensor> run(Batch batch, Collection<String> names) {
    Feeds feeds = feeds(batch);
    Map<String, INDArray> arrays = runner.outputs(feeds.arrays(), names);
    Map<String, Tensor> results = new LinkedHashMap<>();
    names.forEach(name -> results.put(name, Tensor.of(arrays.get(name))));
    Feeds.close(arrays.values());
    feeds.close();
    return results;
  }

  /** What the graph is fed for the batch, with the weights of the kind's outputs. */
  Feeds feeds(Output.Kind kind, Batch batch) {
    return feeds(weighted(kind, batch));
  }

  private Feeds feeds(Batch batch) {
    DataType type = graph().dataType();
    Feeds feeds = new Feeds(graph()).epoch(batch.epoch());
    batch
        .tensors()
        .forEach(
            (name, tensor) -> {
              // a batch may come from a graph that has more inputs
              if (graph().sameDiff().hasVariable(name)) {
                feeds.put(name, tensor.toArray(type));
              }
            });
    return feeds;
  }

  boolean hasLoss(Output.Kind kind) {
    return !ofKind(kind).isEmpty();
  }

  /** The weighted sum of all outputs of the kind. */
  double loss(Output.Kind kind, Batch batch) {
    return run(weighted(kind, batch), List.of(kind.name())).get(kind.name()).values()[0];
  }

  /** Its gradient by parameters and inputs; without those that it does not depend on. */
  Map<String, Tensor> gradients(Output.Kind kind, Batch batch, Collection<String> by) {
    return execute(kind, batch, List.of(kind.name()), by).gradients();
  }

  record Execution(Map<String, Tensor> outputs, Map<String, Tensor> gradients) {}

  /** Outputs, and the gradient of the weighted sum of those of the kind. */
  Execution execute(
      Output.Kind kind, Batch batch, Collection<String> names, Collection<String> by) {
    differentiate(kind);
    Feeds feeds = feeds(kind, batch);
    var result = runner.gradients(feeds.arrays(), names, by);
    Execution execution =
        new Execution(tensors(result.getOutputs()), tensors(result.getGradients()));
    List<INDArray> made = new ArrayList<>(result.getOutputs().values());
    made.addAll(result.getGradients().values());
    made.removeIf(array -> array == null);
    Feeds.close(made);
    feeds.close();
    return execution;
  }

  /** Builds the backward graph of the kind's weighted sum. */
  void differentiate(Output.Kind kind) {
    if (differentiated != kind) {
      graph().sameDiff().setLossVariables(kind.name());
      runner.differentiate(differentiatedInputs());
      differentiated = kind;
    }
  }

  static Map<String, Tensor> tensors(Map<String, INDArray> arrays) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          if (array != null) {
            tensors.put(name, Tensor.of(array));
          }
        });
    return tensors;
  }

  private Batch weighted(Output.Kind kind, Batch batch) {
    Batch weighted = batch;
    for (Output output : ofKind(kind)) {
      String name = WEIGHT + output.name();
      long[] shape =
          output.shapePerExample() == null ? new long[0] : output.expectedShape(batch.rows());
      // away from 0, so that no output goes unseen
      Tensor weight = Draw.UNIFORM.tensor(7, name, shape).map(v -> v + 0.5);
      weighted = weighted.with(name, weight);
    }
    return weighted;
  }
}
