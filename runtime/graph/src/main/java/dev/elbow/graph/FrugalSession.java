package dev.elbow.graph;

import java.util.Collection;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A session of SameDiff that keeps no memory from one execution to the next.
 *
 * <p>SameDiff's own sessions keep arrays of every shape that was ever needed, up to an eighth of
 * all memory for each graph, and note every array that they have freed in a set that nothing
 * clears.
 */
final class FrugalSession extends InferenceSession {
  /** What SameDiff calls the backward graph; its own constant is not public. */
  static final String BACKWARD = "grad";

  private final SessionMemory memory;

  private FrugalSession(SameDiff graph, SessionMemory memory) {
    super(graph);
    this.memory = memory;
    setMmgr(memory);
  }

  /** The calling thread's session of a graph that is run forward only. */
  static FrugalSession forward(SameDiff graph) {
    return of(graph, sameDiff -> new FrugalSession(sameDiff, SessionMemory.freeingOnRelease()));
  }

  /** The calling thread's session of the backward graph, which is built. */
  static FrugalSession backward(SameDiff graph) {
    return of(
        graph.getFunction(BACKWARD),
        sameDiff -> new FrugalSession(sameDiff, SessionMemory.freeingAtTheEnd()));
  }

  private static FrugalSession of(SameDiff graph, Function<SameDiff, FrugalSession> maker) {
    long thread = Thread.currentThread().getId();
    if (graph.getSessions().get(thread) instanceof FrugalSession known) {
      return known;
    }
    FrugalSession made = maker.apply(graph);
    graph.getSessions().put(thread, made);
    return made;
  }

  /** Ends an execution: frees its arrays, except those that a result lies in. */
  void end(Collection<INDArray> results) {
    memory.closeAllBut(results);
    freedArrays.clear();
  }
}
