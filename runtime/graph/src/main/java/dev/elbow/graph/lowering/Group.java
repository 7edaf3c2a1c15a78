package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Reduction;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Element-wise nodes and sums over the same elements, to be done in one pass. */
public final class Group {
  private final List<Node> nodes = new ArrayList<>();
  private final Set<Value> mapped = Collections.newSetFromMap(new IdentityHashMap<>());
  private Space space;
  private boolean free = true;

  /** The elements. */
  public Space space() {
    return space;
  }

  /** The nodes in an order in which they can be run. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Whether a node can be part of some group. */
  static boolean isFusable(Node node) {
    return node instanceof MapNode || node instanceof Reduction;
  }

  /**
   * Whether the node can be added.
   *
   * @param done the roots of what is there before the group
   */
  boolean admits(Node node, Set<Value> done) {
    return fits(node) && node.inputs().stream().allMatch(value -> isThere(node, value, done));
  }

  private boolean fits(Node node) {
    Space other = spaceOf(node);
    return space == null
        || other.length() == space.length() && (free || isFree(node) || other.equals(space));
  }

  private boolean isThere(Node node, Value value, Set<Value> done) {
    return !value.isComputed()
        || done.contains(value.root())
        || mapped.contains(value.root()) && readsInPlace(node, value);
  }

  /** What the group makes is in its registers, and can be read element by element only. */
  private static boolean readsInPlace(Node node, Value value) {
    if (!(node instanceof MapNode map)) {
      return true;
    }
    for (int i = 0; i < map.inputs().size(); i++) {
      boolean same = map.inputs().get(i).root() == value.root();
      if (same && !(map.accesses().get(i) instanceof Access.Full)) {
        return false;
      }
    }
    return true;
  }

  /** The same group with one more node. */
  public Group with(Node node) {
    add(node);
    return this;
  }

  void add(Node node) {
    if (space == null || free && !isFree(node)) {
      space = spaceOf(node);
    }
    free &= isFree(node);
    nodes.add(node);
    if (node instanceof MapNode map) {
      mapped.add(map.output().root());
    }
  }

  private static Space spaceOf(Node node) {
    return node instanceof MapNode map ? map.space() : ((Reduction) node).space();
  }

  private static boolean isFree(Node node) {
    return node instanceof MapNode map
        ? map.isFree()
        : ((Reduction) node).over() == Reduction.Over.ALL;
  }
}
