package dev.elbow.graph;

import dev.elbow.data.RandomStreams;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * All parameters of a model in one contiguous array, in the order of their names within each group
 * (the model first, then each adversary by its learning rate), and the states beside them.
 *
 * <p>Each graph's variables are views of it: training changes what evaluation reads.
 */
public final class ParameterStore {
  private final DataType dataType;
  private final INDArray flat;
  private final Map<String, INDArray> views = new LinkedHashMap<>();
  private final Map<String, INDArray> states = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  /**
   * A contiguous range of parameters with one learning rate.
   *
   * @param from first index
   * @param to behind the last index
   * @param adversaryRate the adversary's learning rate; empty for the model
   */
  public record Group(long from, long to, OptionalDouble adversaryRate) {}

  private ParameterStore(DataType dataType, Collection<ParameterSpec> specs, long length) {
    this.dataType = dataType;
    this.flat = Nd4j.zeros(dataType, length);
    long offset = 0;
    OptionalDouble rate = null;
    long start = 0;
    for (ParameterSpec spec : specs) {
      if (rate != null && !rate.equals(spec.adversaryRate())) {
        groups.add(new Group(start, offset, rate));
        start = offset;
      }
      rate = spec.adversaryRate();
      views.put(spec.name(), view(flat, offset, spec));
      offset += spec.length();
    }
    groups.add(new Group(start, offset, rate));
  }

  /**
   * Lays out the parameters of several graphs of one model, draws their first values and connects
   * the graphs to them.
   *
   * @param seed each parameter's stream is named by the seed and the parameter
   */
  public static ParameterStore create(long seed, BuiltGraph... graphs) {
    Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    Map<String, ParameterSpec> states = new LinkedHashMap<>();
    for (BuiltGraph graph : graphs) {
      graph.parameters().forEach(spec -> merge(parameters, spec));
      graph.states().forEach(spec -> merge(states, spec));
    }
    List<ParameterSpec> ordered =
        parameters.values().stream()
            .sorted(
                Comparator.comparingDouble((ParameterSpec s) -> s.adversaryRate().orElse(-1))
                    .thenComparing(ParameterSpec::name))
            .toList();
    if (ordered.isEmpty()) {
      throw new InputException(
          "MODEL-NO-PARAMETERS", "the model has nothing to train", "model", "Give it a network.");
    }
    long length = ordered.stream().mapToLong(ParameterSpec::length).sum();
    ParameterStore store = new ParameterStore(graphs[0].dataType(), ordered, length);
    ordered.forEach(spec -> store.views.get(spec.name()).assign(store.initial(seed, spec)));
    states.values().forEach(spec -> store.states.put(spec.name(), store.initial(seed, spec)));
    for (BuiltGraph graph : graphs) {
      store.connect(graph);
    }
    return store;
  }

  /**
   * Lets a graph that was built later use these parameters and states.
   *
   * @throws IllegalArgumentException if it has one that is not here
   */
  public void attach(BuiltGraph graph) {
    Map<String, INDArray> known = arrays();
    for (List<ParameterSpec> specs : List.of(graph.parameters(), graph.states())) {
      for (ParameterSpec spec : specs) {
        INDArray array = known.get(spec.name());
        if (array == null || !Arrays.equals(array.shape(), spec.shape())) {
          throw new IllegalArgumentException("no parameter of that shape: " + spec.name());
        }
      }
    }
    connect(graph);
  }

  private static void merge(Map<String, ParameterSpec> known, ParameterSpec spec) {
    ParameterSpec first = known.putIfAbsent(spec.name(), spec);
    if (first != null) {
      first.requireShape(spec.shape());
    }
  }

  private void connect(BuiltGraph graph) {
    graph.parameters().forEach(s -> graph.variables().setArray(s.name(), views.get(s.name())));
    graph.states().forEach(s -> graph.variables().setArray(s.name(), states.get(s.name())));
  }

  private INDArray initial(long seed, ParameterSpec spec) {
    double[] values = new double[Math.toIntExact(spec.length())];
    spec.initializer().fill(values, RandomStreams.stream(seed, "init/" + spec.name(), 0));
    return Nd4j.create(values, spec.shape(), dataType);
  }

  private static INDArray view(INDArray array, long offset, ParameterSpec spec) {
    return array
        .get(NDArrayIndex.interval(offset, offset + spec.length()))
        .reshape('c', spec.shape());
  }

  /** All parameters, {@code [length]}. */
  public INDArray flat() {
    return flat;
  }

  /** The number of parameters. */
  public long length() {
    return flat.length();
  }

  /** Ranges by learning rate. */
  public List<Group> groups() {
    return List.copyOf(groups);
  }

  /** Another array's views in this layout, by the parameters' names, such as the gradients'. */
  public Map<String, INDArray> viewsOf(INDArray sameLayout) {
    Map<String, INDArray> result = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, INDArray> entry : views.entrySet()) {
      long length = entry.getValue().length();
      result.put(
          entry.getKey(),
          sameLayout
              .get(NDArrayIndex.interval(offset, offset + length))
              .reshape('c', entry.getValue().shape()));
      offset += length;
    }
    return result;
  }

  /** A state's array. */
  public INDArray state(String name) {
    return states.get(name);
  }

  /** Parameters and states by name: what a checkpoint keeps. Writing to them changes the model. */
  public Map<String, INDArray> arrays() {
    Map<String, INDArray> arrays = new LinkedHashMap<>(views);
    arrays.putAll(states);
    return arrays;
  }
}
