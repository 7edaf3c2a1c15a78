package dev.elbow.tck;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters and states of a built graph. They start at the part's own first values. */
final class Parameters {
  private final BuiltGraph graph;
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  Parameters(BuiltGraph graph) {
    this.graph = graph;
    for (ParameterSpec spec : all()) {
      INDArray array = initial(spec, 1).toArray(graph.dataType());
      arrays.put(spec.name(), array);
      graph.variables().setArray(spec.name(), array);
    }
  }

  private List<ParameterSpec> all() {
    return Stream.concat(graph.parameters().stream(), graph.states().stream()).toList();
  }

  private static Tensor initial(ParameterSpec spec, long seed) {
    double[] values = new double[Math.toIntExact(spec.length())];
    spec.initializer().fill(values, new Random(31 * seed + spec.name().hashCode()));
    return new Tensor(spec.shape(), values);
  }

  List<String> names() {
    return graph.parameters().stream().map(ParameterSpec::name).toList();
  }

  /** Names of the parameters that follow the kind of loss. */
  List<String> names(Output.Kind kind) {
    boolean adversary = kind == Output.Kind.ADVERSARY;
    return graph.parameters().stream()
        .filter(spec -> spec.adversaryRate().isPresent() == adversary)
        .map(ParameterSpec::name)
        .toList();
  }

  Map<String, Tensor> values() {
    Map<String, Tensor> values = new LinkedHashMap<>();
    arrays.forEach((name, array) -> values.put(name, Tensor.of(array)));
    return values;
  }

  Tensor value(String name) {
    return Tensor.of(arrays.get(name));
  }

  /** Takes over values of the same names; others stay. */
  void set(Map<String, Tensor> values) {
    values.forEach(this::set);
  }

  /** In place, because the backward graph holds the same array. */
  void set(String name, Tensor value) {
    INDArray array = arrays.get(name);
    if (array != null) {
      array.assign(value.toArray(graph.dataType()));
    }
  }

  /** First values, moved a little so that none is exactly 0 or alike. */
  void moved(long seed) {
    each((spec, name) -> initial(spec, seed).plus(normal(spec, seed), 0.2));
  }

  /** Normal, of this deviation over the root of a matrix's rows, whatever the first values are. */
  void random(long seed, double scale) {
    each(
        (spec, name) -> {
          long rows = spec.shape().length == 2 ? spec.shape()[0] : 1;
          return normal(spec, seed).map(v -> v * scale / Math.sqrt(rows));
        });
  }

  private void each(BiFunction<ParameterSpec, String, Tensor> value) {
    graph.parameters().forEach(spec -> set(spec.name(), value.apply(spec, spec.name())));
  }

  private static Tensor normal(ParameterSpec spec, long seed) {
    return Draw.NORMAL.tensor(seed, spec.name(), spec.shape());
  }
}
