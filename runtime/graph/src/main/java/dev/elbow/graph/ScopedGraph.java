package dev.elbow.graph;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Noise;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A part's view of the graph.
 *
 * @param builder shared by all views
 * @param prefix of names, empty or ending in a slash
 * @param adversaryRate of new parameters
 * @param isFrozen whether parameters come without their gradient
 */
record ScopedGraph(
    GraphBuilder builder, String prefix, OptionalDouble adversaryRate, boolean isFrozen)
    implements Graph {

  @Override
  public SameDiff sameDiff() {
    return builder.sameDiff;
  }

  @Override
  public DataType dataType() {
    return builder.dataType;
  }

  @Override
  public boolean training() {
    return builder.training;
  }

  @Override
  public Graph scope(String name) {
    requireName(name);
    return new ScopedGraph(builder, prefix + name + "/", adversaryRate, isFrozen);
  }

  @Override
  public Graph frozen() {
    return new ScopedGraph(builder, prefix, adversaryRate, true);
  }

  @Override
  public Graph adversary(double learningRate) {
    return new ScopedGraph(builder, prefix, OptionalDouble.of(learningRate), isFrozen);
  }

  @Override
  public SDVariable epoch() {
    return builder.epoch();
  }

  @Override
  public SDVariable parameter(String name, Initializer initializer, long... shape) {
    SDVariable variable = variable(builder.parameters, name, initializer, shape);
    return isFrozen ? reuse(variable.name() + "#frozen", () -> stopGradient(variable)) : variable;
  }

  @Override
  public SDVariable state(String name, Initializer initializer, long... shape) {
    SDVariable variable = variable(builder.states, name, initializer, shape);
    return reuse(variable.name() + "#value", () -> stopGradient(variable));
  }

  private SDVariable variable(
      Map<String, ParameterSpec> kind, String name, Initializer initializer, long... shape) {
    String full = full(name);
    requireKind(full, kind);
    ParameterSpec known = kind.get(full);
    if (known != null) {
      known.requireShape(shape);
    } else {
      kind.put(full, new ParameterSpec(full, shape.clone(), initializer, adversaryRate));
    }
    return reuse(
        full, () -> builder.sameDiff.var(full, Nd4j.create(builder.dataType, shape.clone())));
  }

  @Override
  public void update(SDVariable state, SDVariable value) {
    String name = state.name().replace("#value", "");
    if (builder.training && !builder.updates.containsKey(name)) {
      builder.updates.put(name, builder.output(name + "#next", value));
    }
  }

  @Override
  public SDVariable constant(double value) {
    return builder.scalar(value);
  }

  @Override
  public SDVariable constant(String name, INDArray value) {
    String full = full(name) + "#constant";
    INDArray typed = value.castTo(builder.dataType);
    SDVariable constant = reuse(full, () -> builder.sameDiff.constant(full, typed));
    if (!constant.getArr().equals(typed)) {
      throw taken(full(name), "a constant of another value");
    }
    return constant;
  }

  @Override
  public SDVariable noise(String name, Noise distribution, long... shapePerExample) {
    String full = full(name);
    requireKind(full, builder.noises);
    NoiseSpec spec = new NoiseSpec(full, distribution, shapePerExample.clone());
    NoiseSpec known = builder.noises.putIfAbsent(full, spec);
    if (known != null) {
      known.requireSame(spec);
    }
    return reuse(full, () -> builder.sameDiff.placeHolder(full, builder.dataType, spec.shape(-1)));
  }

  /** Parameters, states and noises share their names, which are those of SameDiff's variables. */
  private void requireKind(String full, Map<String, ?> kind) {
    if (builder.made.containsKey(full) && !kind.containsKey(full)) {
      throw taken(full, "another kind of variable");
    }
  }

  private static InputException taken(String full, String by) {
    return new InputException(
        "GRAPH-NAME-TAKEN",
        "the name '" + full + "' is taken by " + by,
        full,
        "In the plugin, use one name for one thing.");
  }

  private SDVariable reuse(String name, Supplier<SDVariable> make) {
    SDVariable known = builder.made.get(name);
    if (known == null) {
      known = make.get();
      if (!known.name().equals(name)) {
        known.rename(name);
      }
      builder.made.put(name, known);
    }
    return known;
  }

  private String full(String name) {
    requireName(name);
    return prefix + name;
  }

  private void requireName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new InputException(
          "GRAPH-NAME",
          "expected a name of letters, digits, '.', '_' and '-', found '" + name + "'",
          prefix,
          "Rename the scope, parameter, constant or noise in the plugin.");
    }
  }
}
