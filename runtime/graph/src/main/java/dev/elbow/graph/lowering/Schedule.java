package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/**
 * An order of the nodes in which element-wise ones come together.
 *
 * @param units each a group, or a group's worth of one other node
 */
public record Schedule(List<Unit> units) {

  /** What is run at once. */
  public sealed interface Unit {
    /** The nodes. */
    List<Node> nodes();
  }

  /** A node of its own. */
  public record Single(Node node) implements Unit {
    @Override
    public List<Node> nodes() {
      return List.of(node);
    }
  }

  /** A fused group. */
  public record Fused(Group group) implements Unit {
    @Override
    public List<Node> nodes() {
      return group.nodes();
    }
  }

  /** Everything as it comes. */
  public static Schedule inOrder(List<Node> nodes) {
    return new Schedule(nodes.stream().<Unit>map(Single::new).toList());
  }

  /** Other nodes first, as soon as they can: groups then wait until they are large. */
  public static Schedule fused(List<Node> nodes) {
    List<Unit> units = new ArrayList<>();
    Set<Value> done = Collections.newSetFromMap(new IdentityHashMap<>());
    LinkedList<Node> waiting = new LinkedList<>(nodes);
    while (!waiting.isEmpty()) {
      if (!takeSingles(waiting, done, units)) {
        takeGroup(waiting, done, units);
      }
    }
    return new Schedule(List.copyOf(units));
  }

  private static boolean takeSingles(List<Node> waiting, Set<Value> done, List<Unit> units) {
    boolean any = false;
    for (var it = waiting.iterator(); it.hasNext(); ) {
      Node node = it.next();
      if (!Group.isFusable(node) && isReady(node, done)) {
        it.remove();
        units.add(new Single(node));
        finish(node, done);
        any = true;
      }
    }
    return any;
  }

  private static void takeGroup(List<Node> waiting, Set<Value> done, List<Unit> units) {
    Group group = new Group();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (var it = waiting.iterator(); it.hasNext(); ) {
        Node node = it.next();
        if (Group.isFusable(node) && group.admits(node, done)) {
          it.remove();
          group.add(node);
          grows = true;
        }
      }
    }
    if (group.nodes().isEmpty()) {
      throw new IllegalStateException("nodes that wait for each other: " + waiting);
    }
    group.nodes().forEach(node -> finish(node, done));
    units.add(new Fused(group));
  }

  private static boolean isReady(Node node, Set<Value> done) {
    return node.inputs().stream().allMatch(v -> !v.isComputed() || done.contains(v.root()));
  }

  private static void finish(Node node, Set<Value> done) {
    node.outputs().forEach(value -> done.add(value.root()));
  }
}
