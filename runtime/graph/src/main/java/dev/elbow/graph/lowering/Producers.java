package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which element-wise node makes a value, for patterns of several nodes. */
final class Producers {
  private final Map<Value, MapNode> nodes = new IdentityHashMap<>();

  Producers(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof MapNode map) {
        this.nodes.put(map.output().root(), map);
      }
    }
  }

  /** The node that makes a value by this function. */
  Optional<MapNode> of(MapOp operation, Value value) {
    return Optional.ofNullable(nodes.get(value.root()))
        .filter(node -> node.operation() == operation);
  }

  /** The input of a function of one. */
  Optional<Value> argument(MapOp operation, Value value) {
    return of(operation, value).map(node -> node.inputs().get(0));
  }

  /** The other input of a function of two where one is the number. */
  Optional<Value> withNumber(MapOp operation, double number, Value value) {
    return of(operation, value)
        .filter(node -> node.inputs().get(1).isConstant(number))
        .map(node -> node.inputs().get(0));
  }

  /** Whether a value is a sum or a product of two others, in any order. */
  boolean isOfBoth(MapOp operation, Value value, Value one, Value other) {
    return of(operation, value)
        .filter(
            node ->
                same(node, 0, one) && same(node, 1, other)
                    || same(node, 0, other) && same(node, 1, one))
        .isPresent();
  }

  private static boolean same(MapNode node, int index, Value value) {
    return node.inputs().get(index).root() == value.root();
  }
}
