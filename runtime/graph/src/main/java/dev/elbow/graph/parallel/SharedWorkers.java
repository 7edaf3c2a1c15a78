package dev.elbow.graph.parallel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One set of threads of each size for the whole process, like ND4J's own. */
final class SharedWorkers {
  private static final Map<Integer, Workers> BY_COUNT = new ConcurrentHashMap<>();

  private SharedWorkers() {}

  static Workers of(int count) {
    return BY_COUNT.computeIfAbsent(count, Workers::of);
  }
}
