package dev.elbow.graph;

import dev.elbow.spi.Graph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One SameDiff graph under construction, with everything that the parts asked for.
 *
 * <p>Variables are held by identity, so that {@link ParameterStore} can lay all of them in one
 * array.
 */
public final class GraphBuilder {
  final SameDiff sameDiff = SameDiff.create();
  final DataType dataType;
  final boolean training;
  final SingleThreadArrayHolder variables = new SingleThreadArrayHolder();
  final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
  final Map<String, ParameterSpec> states = new LinkedHashMap<>();
  final Map<String, SDVariable> updates = new LinkedHashMap<>();
  final Map<String, NoiseSpec> noises = new LinkedHashMap<>();
  final Map<String, SDVariable> made = new LinkedHashMap<>();
  private SDVariable epoch;

  /**
   * @param dataType FLOAT in use, DOUBLE for gradient checks
   * @param training whether batch statistics and dropout are on
   */
  public GraphBuilder(DataType dataType, boolean training) {
    this.dataType = dataType;
    this.training = training;
    sameDiff.setArrayHolders(variables, new SingleThreadArrayHolder(), false);
  }

  /** The graph as a part sees it, without a scope. */
  public Graph root() {
    return new ScopedGraph(this, "", OptionalDouble.empty(), false);
  }

  /**
   * The unscoped view of the graph that a part sees. A frozen view stays frozen.
   *
   * @param view made by a builder
   */
  public static Graph rootOf(Graph view) {
    ScopedGraph scoped = (ScopedGraph) view;
    return new ScopedGraph(scoped.builder(), "", OptionalDouble.empty(), scoped.isFrozen());
  }

  /**
   * The scope of the graph that a part sees, such as {@code posterior/flow-1}; empty for the root.
   *
   * @param view made by a builder
   */
  public static String scopeOf(Graph view) {
    String prefix = ((ScopedGraph) view).prefix();
    return prefix.isEmpty() ? prefix : prefix.substring(0, prefix.length() - 1);
  }

  /** An input of the engine's, {@code [-1, shapePerExample...]}. */
  public SDVariable input(String name, long... shapePerExample) {
    return sameDiff.placeHolder(
        name, dataType, new NoiseSpec(name, null, shapePerExample).shape(-1));
  }

  /** A scalar input of the engine's, such as a weight. */
  public SDVariable scalarInput(String name) {
    return sameDiff.placeHolder(name, dataType);
  }

  SDVariable epoch() {
    if (epoch == null) {
      epoch = scalarInput("epoch");
    }
    return epoch;
  }

  SDVariable scalar(double value) {
    return sameDiff.constant(Nd4j.scalar(dataType, value));
  }

  /** Names an output, so that it can be asked for. */
  public SDVariable output(String name, SDVariable value) {
    SDVariable named = sameDiff.identity(value);
    named.rename(name);
    return named;
  }

  /** The graph's declarations, once all parts are built. */
  public BuiltGraph build() {
    return new BuiltGraph(
        sameDiff,
        dataType,
        variables,
        List.copyOf(parameters.values()),
        List.copyOf(states.values()),
        Map.copyOf(updates),
        List.copyOf(noises.values()),
        epoch != null);
  }
}
