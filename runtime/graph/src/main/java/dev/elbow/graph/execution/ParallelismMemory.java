package dev.elbow.graph.execution;

import java.util.Optional;

/** Remembers what was measured, for the same machine and the same shapes. */
public interface ParallelismMemory {
  /** What was kept under a key. */
  Optional<Parallelism> find(String key);

  /** Keeps it, if that is possible. */
  void keep(String key, Parallelism parallelism);

  /** Remembers as long as the process lives. */
  static ParallelismMemory ofProcess() {
    return ProcessMemory.INSTANCE;
  }
}
