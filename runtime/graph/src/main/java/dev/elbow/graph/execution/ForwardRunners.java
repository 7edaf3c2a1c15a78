package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;

/** The runners of several graphs, each made when it is first asked for, with its recordings. */
public final class ForwardRunners {
  private final Map<Key, ForwardRunner> runners = new HashMap<>();

  /** Graphs are compared by identity: SameDiff does not say when two are equal. */
  private record Key(SameDiff graph, List<String> names) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.graph == graph && key.names.equals(names);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(graph) * 31 + names.hashCode();
    }
  }

  /** The runner of a graph for these outputs. */
  public ForwardRunner of(BuiltGraph graph, List<String> names) {
    return runners.computeIfAbsent(
        new Key(graph.sameDiff(), List.copyOf(names)), key -> new ForwardRunner(graph, names));
  }
}
