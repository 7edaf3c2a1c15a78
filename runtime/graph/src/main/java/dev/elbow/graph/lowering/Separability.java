package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Gemm;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Reduction;
import dev.elbow.graph.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the outputs on a batch are the weighted means of the outputs on its slices.
 *
 * <p>They are if every example goes its own way until its figures are added up, and only linear
 * functions follow the sums. What is not known to be so is taken not to be. Whether the sums are
 * means, as the weights assume, is for a comparison to show.
 */
public final class Separability {
  /** Operations that treat the first dimension of their first input as examples. */
  private static final Set<String> OF_EXAMPLES =
      Set.of("conv2d", "deconv2d", "maxpool2d", "avgpool2d", "upsampling2d", "cast");

  /** Their gradients: the first output belongs to the examples, the others sum over them. */
  private static final Set<String> GRADIENTS = Set.of("conv2d_bp", "deconv2d_bp");

  private static final Set<MapOp> LINEAR =
      Set.of(MapOp.COPY, MapOp.ADD, MapOp.SUBTRACT, MapOp.NEGATE, MapOp.MULTIPLY, MapOp.DIVIDE);

  private final long batch;
  private final Map<Value, Standing> standings = new IdentityHashMap<>();

  /** What is apart from the examples, and the same for each if it is as long as the batch. */
  private final Set<Value> equal = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What a value has to do with the examples. */
  private enum Standing {
    /** Nothing. */
    APART,
    /** Its rows belong to them, in their order. */
    ROWS,
    /** It is linear in sums over them. */
    SUM
  }

  private Separability(long batch) {
    this.batch = batch;
  }

  /**
   * Where the examples of a batch meet, so that it cannot be sliced; empty if they do not.
   *
   * @param lowering rewritten
   * @param batch the number of examples, at least 2
   */
  public static Optional<String> obstacle(Lowering lowering, long batch) {
    Separability separability = new Separability(batch);
    for (Value input : lowering.inputs().values()) {
      boolean rows = input.rank() > 0 && input.size(0) == batch;
      separability.standings.put(input.root(), rows ? Standing.ROWS : Standing.APART);
    }
    for (Node node : lowering.nodes()) {
      if (!separability.follow(node)) {
        return Optional.of(describe(node));
      }
    }
    for (Map.Entry<String, Value> output : lowering.outputs().entrySet()) {
      if (separability.of(output.getValue()) == Standing.ROWS) {
        return Optional.of("the output " + output.getKey());
      }
    }
    return Optional.empty();
  }

  private static String describe(Node node) {
    if (node instanceof Call call) {
      return "the operation " + call.name();
    }
    return node instanceof MapNode map
        ? "the operation " + map.operation().name().toLowerCase(java.util.Locale.ROOT)
        : "a product of matrices or a sum";
  }

  private Standing of(Value value) {
    return standings.getOrDefault(value.root(), Standing.APART);
  }

  private boolean has(Node node, Standing standing) {
    return node.inputs().stream().anyMatch(value -> of(value) == standing);
  }

  private boolean follow(Node node) {
    if (!has(node, Standing.ROWS) && !has(node, Standing.SUM)) {
      noteIfEqual(node);
      return true;
    }
    if (node instanceof MapNode map) {
      return follow(map);
    }
    if (node instanceof Reduction reduction) {
      return set(reduction.output(), standing(reduction));
    }
    return node instanceof Gemm gemm ? follow(gemm) : follow((Call) node);
  }

  private boolean set(Value output, Standing standing) {
    standings.put(output.root(), standing);
    return true;
  }

  private boolean follow(MapNode map) {
    if (has(map, Standing.SUM)) {
      return !has(map, Standing.ROWS) && isLinear(map) && set(map.output(), Standing.SUM);
    }
    for (int i = 0; i < map.inputs().size(); i++) {
      Value input = map.inputs().get(i);
      Access access = map.accesses().get(i);
      boolean fits =
          of(input) == Standing.ROWS ? isAligned(map, access) : isEqual(map, input, access);
      if (!fits) {
        return false;
      }
    }
    return set(map.output(), Standing.ROWS);
  }

  private static boolean isAligned(MapNode map, Access access) {
    return !(access instanceof Access.Scalar)
        && !(access instanceof Access.PerColumn)
        && !(access instanceof Access.PerRow perRow && perRow.period() != map.space().rows());
  }

  /** Whether what is apart from the examples is the same for each. */
  private boolean isEqual(MapNode map, Value input, Access access) {
    if (access instanceof Access.Scalar || access instanceof Access.PerColumn) {
      return true;
    }
    if (access instanceof Access.PerRow perRow && perRow.period() < map.space().rows()) {
      return map.space().rows() / perRow.period() % batch == 0;
    }
    boolean constant =
        input.isConstant() && input.array().minNumber().equals(input.array().maxNumber());
    return constant || equal.contains(input.root());
  }

  private void noteIfEqual(Node node) {
    boolean same =
        node instanceof MapNode map && areEqual(map)
            || node instanceof Reduction reduction && equal.contains(reduction.input().root());
    if (same) {
      node.outputs().forEach(output -> equal.add(output.root()));
    }
  }

  private boolean areEqual(MapNode map) {
    boolean all = true;
    for (int i = 0; i < map.inputs().size(); i++) {
      all &= isEqual(map, map.inputs().get(i), map.accesses().get(i));
    }
    return all;
  }

  private boolean isLinear(MapNode map) {
    List<Value> inputs = map.inputs();
    return switch (map.operation()) {
      case MULTIPLY -> of(inputs.get(0)) != of(inputs.get(1));
      case DIVIDE -> of(inputs.get(1)) == Standing.APART;
      default -> LINEAR.contains(map.operation());
    };
  }

  private Standing standing(Reduction reduction) {
    if (of(reduction.input()) == Standing.SUM) {
      return Standing.SUM;
    }
    boolean ofRows =
        reduction.over() == Reduction.Over.COLUMNS
            && reduction.period() == reduction.space().rows()
            && reduction.period() % batch == 0;
    return ofRows ? Standing.ROWS : Standing.SUM;
  }

  private boolean follow(Gemm gemm) {
    Standing left = of(gemm.left());
    Standing right = of(gemm.right());
    if (left == Standing.ROWS && gemm.transposeLeft()) {
      boolean both = right == Standing.ROWS || equal.contains(gemm.right().root());
      return both && !gemm.transposeRight() && set(gemm.output(), Standing.SUM);
    }
    if (left == Standing.ROWS) {
      return right == Standing.APART && set(gemm.output(), Standing.ROWS);
    }
    boolean linear = left == Standing.APART ^ right == Standing.APART;
    return linear
        && left != Standing.ROWS
        && right != Standing.ROWS
        && set(gemm.output(), Standing.SUM);
  }

  private boolean follow(Call call) {
    boolean others = call.inputs().stream().skip(1).allMatch(value -> of(value) == Standing.APART);
    if (OF_EXAMPLES.contains(call.name()) && others) {
      return set(call.output(0), Standing.ROWS);
    }
    if (!GRADIENTS.contains(call.name()) || has(call, Standing.SUM)) {
      return false;
    }
    set(call.output(0), Standing.ROWS);
    call.outputs().stream().skip(1).forEach(output -> set(output, Standing.SUM));
    return true;
  }
}
