package dev.elbow.graph.capture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Executes a graph once through SameDiff and notes what happens. */
public final class Recorder {
  /** Before the name of the gradient of a parameter, among the outputs of a recording. */
  public static final String GRADIENT = "gradient of ";

  private Recorder() {}

  /**
   * Records the forward graph.
   *
   * @param feeds every input that the outputs depend on
   * @throws UncapturableException if other executions would not do the same
   */
  public static Recording forward(
      SameDiff graph, Map<String, INDArray> feeds, Collection<String> outputs)
      throws UncapturableException {
    return record(graph, feeds, () -> graph.output(feeds, List.copyOf(outputs)));
  }

  /**
   * Records the backward graph, which is built.
   *
   * @param outputs of the forward graph
   * @param parameters of the gradients, which are outputs with the prefix {@link #GRADIENT}
   * @throws UncapturableException if other executions would not do the same
   */
  public static Recording backward(
      SameDiff graph,
      SameDiff backward,
      Map<String, INDArray> feeds,
      Collection<String> outputs,
      Collection<String> parameters)
      throws UncapturableException {
    return record(
        backward,
        feeds,
        () -> {
          OutAndGrad found = graph.calculateGradientsAndOutputs(feeds, outputs, parameters);
          Map<String, INDArray> all = new LinkedHashMap<>(found.getOutputs());
          found.getGradients().forEach((name, array) -> all.put(GRADIENT + name, array));
          return all;
        });
  }

  private interface Execution {
    Map<String, INDArray> run();
  }

  private static Recording record(SameDiff graph, Map<String, INDArray> feeds, Execution execution)
      throws UncapturableException {
    long thread = Thread.currentThread().getId();
    InferenceSession before = graph.getSessions().get(thread);
    RecordingSession session = new RecordingSession(graph, feeds);
    graph.getSessions().put(thread, session);
    try {
      return session.recording(feeds, execution.run());
    } finally {
      session.free();
      if (before == null) {
        graph.getSessions().remove(thread);
      } else {
        graph.getSessions().put(thread, before);
      }
    }
  }
}
