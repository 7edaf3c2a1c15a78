package dev.elbow.graph.program;

import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Value;
import dev.elbow.graph.lowering.Schedule;
import dev.elbow.graph.lowering.Schedule.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When each value is needed, and where it may lie meanwhile. */
final class Layout {
  private final List<Unit> units;
  private final Map<Value, Integer> written = new IdentityHashMap<>();
  private final Map<Value, Integer> lastRead = new IdentityHashMap<>();
  private final Set<Value> stored = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Long> places = new IdentityHashMap<>();
  private final Arena arena = new Arena();

  /**
   * @param kept roots that are read after the last unit
   * @param bound roots that have a place of their own
   */
  Layout(Schedule schedule, Collection<Value> kept, Set<Value> bound) {
    this.units = schedule.units();
    for (int i = 0; i < units.size(); i++) {
      note(units.get(i), i);
    }
    for (Value value : kept) {
      stored.add(value.root());
      lastRead.put(value.root(), units.size());
    }
    for (int i = 0; i < units.size(); i++) {
      place(i, bound);
    }
  }

  private void note(Unit unit, int index) {
    boolean fused = unit instanceof Schedule.Fused;
    for (Node node : unit.nodes()) {
      for (Value value : node.outputs()) {
        written.put(value.root(), index);
        boolean inRegister = fused && node instanceof dev.elbow.graph.ir.MapNode;
        if (!inRegister) {
          stored.add(value.root());
        }
      }
      for (Value value : node.inputs()) {
        Value root = value.root();
        if (root.isComputed()) {
          lastRead.put(root, index);
          if (!written.get(root).equals(index)) {
            stored.add(root);
          }
        }
      }
    }
  }

  /** First what is written, then the places of what was read for the last time. */
  private void place(int index, Set<Value> bound) {
    List<Value> ending = new ArrayList<>();
    for (Node node : units.get(index).nodes()) {
      for (Value value : node.outputs()) {
        Value root = value.root();
        if (isPlaced(root, bound)) {
          places.put(root, arena.take(root.length()));
          if (!lastRead.containsKey(root)) {
            ending.add(root);
          }
        }
      }
    }
    for (Node node : units.get(index).nodes()) {
      for (Value value : node.inputs()) {
        Value root = value.root();
        if (places.containsKey(root) && lastRead.get(root) == index && !ending.contains(root)) {
          ending.add(root);
        }
      }
    }
    ending.forEach(root -> arena.give(places.get(root), root.length()));
  }

  private boolean isPlaced(Value root, Set<Value> bound) {
    return root.isFloat()
        && stored.contains(root)
        && !bound.contains(root)
        && !places.containsKey(root);
  }

  /** Whether a value's root has to be in memory. */
  boolean isStored(Value root) {
    return stored.contains(root);
  }

  /** The first float of a root's place, or null if it has none in the arena. */
  Long place(Value root) {
    return places.get(root);
  }

  /** The floats of the arena. */
  long length() {
    return arena.length();
  }
}
