package dev.elbow.graph.lowering;

import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ops.ScalarOp;

/**
 * The nodes of a recording.
 *
 * @param nodes in an order in which they can be run
 * @param inputs by the names of the graph's inputs
 * @param outputs by the names that were asked for
 */
public record Lowering(List<Node> nodes, Map<String, Value> inputs, Map<String, Value> outputs) {
  private static final Map<String, Translator> TRANSLATORS = new HashMap<>();

  static {
    Elementwise.register(TRANSLATORS);
    Gradients.register(TRANSLATORS);
    Reductions.register(TRANSLATORS);
    Matrices.register(TRANSLATORS);
    Shapes.register(TRANSLATORS);
  }

  /** The calls as they are, but for those that nobody reads. */
  public static Lowering plain(Recording recording) {
    List<Node> nodes = new ArrayList<>(recording.calls());
    return new Lowering(
        needed(nodes, recording.outputs()), recording.inputs(), recording.outputs());
  }

  /** The calls taken apart and turned into nodes that kernels of our own run. */
  public static Lowering rewritten(Recording recording) {
    Emitter emitter = new Emitter();
    for (Call recorded : recording.calls()) {
      Call call = (Call) recorded.reading(emitter::now);
      Translator translator = TRANSLATORS.get(call.name());
      if (translator == null
          || !areFloats(recorded)
          || !translator.translate(recorded, call, emitter)) {
        emitter.add(call);
      }
    }
    Map<String, Value> outputs = new LinkedHashMap<>();
    recording.outputs().forEach((name, value) -> outputs.put(name, emitter.now(value)));
    List<Node> nodes = needed(emitter.nodes(), outputs);
    return new Lowering(needed(Softplus.rewrite(nodes), outputs), recording.inputs(), outputs);
  }

  /** Doubles and integers stay with ND4J; comparisons and casts look for themselves. */
  private static boolean areFloats(Call call) {
    return call.outputs().stream()
            .allMatch(v -> v.isFloat() || call.operation() instanceof ScalarOp)
        && call.inputs().stream()
            .allMatch(v -> v.isFloat() || v.isConstant() || call.name().equals("cast"));
  }

  /** Drops the nodes whose results nobody reads. */
  private static List<Node> needed(List<Node> nodes, Map<String, Value> outputs) {
    Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
    outputs.values().forEach(value -> read.add(value.root()));
    List<Node> needed = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.outputs().stream().anyMatch(value -> read.contains(value.root()))) {
        node.inputs().forEach(value -> read.add(value.root()));
        needed.add(node);
      }
    }
    Collections.reverse(needed);
    return List.copyOf(needed);
  }
}
