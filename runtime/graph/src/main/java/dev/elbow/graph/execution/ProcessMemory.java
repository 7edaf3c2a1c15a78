package dev.elbow.graph.execution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was measured in this process. */
enum ProcessMemory implements ParallelismMemory {
  INSTANCE;

  private final Map<String, Parallelism> known = new ConcurrentHashMap<>();

  @Override
  public Optional<Parallelism> find(String key) {
    return Optional.ofNullable(known.get(key));
  }

  @Override
  public void keep(String key, Parallelism parallelism) {
    known.put(key, parallelism);
  }
}
