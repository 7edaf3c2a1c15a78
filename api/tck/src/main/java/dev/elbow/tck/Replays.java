package dev.elbow.tck;

import dev.elbow.graph.GradientGraph;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.capture.UncapturableException;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.graph.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weighted sum of a bench's outputs, these outputs, the next states and all gradients, through
 * SameDiff and replayed from a recording.
 */
final class Replays {
  private static final int THREADS = 2;

  private final Bench bench;
  private final Output.Kind kind;
  private final Collection<String> by;

  /**
   * @param by what the gradients are taken by: parameters and inputs
   */
  Replays(Bench bench, Output.Kind kind, Collection<String> by) {
    this.bench = bench;
    this.kind = kind;
    this.by = by;
  }

  /** Through SameDiff. */
  Map<String, Tensor> reference(Batch batch) {
    Bench.Execution execution = bench.execute(kind, batch, names(), by);
    Map<String, Tensor> all = new LinkedHashMap<>(execution.outputs());
    execution.gradients().forEach((name, tensor) -> all.put(Recorder.GRADIENT + name, tensor));
    return all;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(kind.name()));
    bench.ofKind(kind).forEach(output -> names.add(output.name()));
    bench.graph().updates().values().forEach(update -> names.add(update.name()));
    return names;
  }

  /** An execution that is done again on other batches of the same size. */
  interface Replay {
    /** What {@link #reference} gives. */
    Map<String, Tensor> run(Batch batch);
  }

  Replay record(Batch batch) throws UncapturableException {
    bench.differentiate(kind);
    var sameDiff = bench.graph().sameDiff();
    Map<String, INDArray> arrays = bench.feeds(kind, batch).arrays();
    Recording recording =
        Recorder.backward(sameDiff, GradientGraph.of(sameDiff), arrays, names(), List.copyOf(by));
    Program program = Program.of(recording, Map.of(), true, THREADS);
    return other -> {
      bench.feeds(kind, other).copyTo(program::input, other.rows(), 0, other.rows());
      program.run(Workers.shared(THREADS));
      Map<String, INDArray> found = new LinkedHashMap<>();
      recording.outputs().keySet().forEach(name -> found.put(name, program.output(name)));
      return Bench.tensors(found);
    };
  }
}
