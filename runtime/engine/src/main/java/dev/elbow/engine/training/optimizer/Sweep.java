package dev.elbow.engine.training.optimizer;

import dev.elbow.graph.parallel.Workers;
import java.util.List;
import java.util.function.Supplier;

/** Walks over all slabs, a range of them on each thread. */
final class Sweep {

  /** What is done with one slab. */
  interface Visitor {
    /**
     * @param index of the slab
     * @param slab itself
     */
    void visit(int index, Slab slab);
  }

  private final List<Slab> slabs;
  private final Workers workers;

  Sweep(List<Slab> slabs, Workers workers) {
    this.slabs = slabs;
    this.workers = workers;
  }

  /**
   * Visits every slab once.
   *
   * @param visitors makes one for each thread, with buffers of its own
   */
  void run(Supplier<Visitor> visitors) {
    int parts = Math.min(workers.count(), slabs.size());
    workers.run(
        parts,
        part -> {
          Visitor visitor = visitors.get();
          int to = end(part + 1, parts);
          for (int i = end(part, parts); i < to; i++) {
            visitor.visit(i, slabs.get(i));
          }
        });
  }

  private int end(int part, int parts) {
    return (int) ((long) slabs.size() * part / parts);
  }
}
