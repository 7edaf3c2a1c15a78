package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.capture.UncapturableException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradient of a graph's loss, batch after batch.
 *
 * <p>The first batch of each size is executed by SameDiff and recorded; from then on the recording
 * is replayed. A graph whose executions do not all do the same goes through SameDiff each time.
 *
 * <p>Not thread-safe.
 */
public final class GradientRunner implements AutoCloseable {
  /** Sizes of a batch whose recordings are kept: a whole one, the last one, and one to spare. */
  private static final int SIZES = 3;

  private final Steps steps;
  private final ParallelismChoice choice;
  private final ExecutionListener listener;
  private final Map<Integer, StepExecution> executions = new LinkedHashMap<>();
  private Optional<Parallelism> parallelism = Optional.empty();
  private StepExecution last;
  private boolean captures = true;

  /**
   * @param store the parameters, whose layout the gradient has
   * @param outputs means over the batch, or next values of states
   * @param choice how the threads share a step
   * @param listener hears what is chosen, and why if the graph is not captured
   */
  public GradientRunner(
      BuiltGraph graph,
      ParameterStore store,
      Collection<String> outputs,
      ParallelismChoice choice,
      ExecutionListener listener) {
    this.steps = new Steps(graph, store, List.copyOf(outputs));
    this.choice = choice;
    this.listener = listener;
    steps.obstacle().ifPresent(this::giveUpCapturing);
  }

  /** Shares steps as an earlier runner did; to be called before the first run. */
  public void continueAs(Optional<Parallelism> earlier) {
    parallelism = earlier;
  }

  /**
   * Executes the graph forward and backward.
   *
   * @param batch the number of examples
   * @return the outputs, good until the next run
   */
  public Results run(Feeds feeds, int batch) {
    last = executions.get(batch);
    if (last == null) {
      last = make(feeds, batch);
      executions.put(batch, last);
      if (executions.size() > SIZES) {
        executions.remove(executions.keySet().iterator().next()).close();
      }
    }
    return last.run(feeds);
  }

  /** The parts of the last run's gradient. */
  public List<Gradient> gradients() {
    return last.gradients();
  }

  /** How the threads share a step; empty before the first run and for graphs not captured. */
  public Optional<Parallelism> parallelism() {
    return parallelism;
  }

  private StepExecution make(Feeds feeds, int batch) {
    if (captures) {
      try {
        return captured(feeds, batch);
      } catch (UncapturableException e) {
        giveUpCapturing(e.getMessage());
      }
    }
    return steps.reference();
  }

  private StepExecution captured(Feeds feeds, int batch) throws UncapturableException {
    if (parallelism.isEmpty()) {
      parallelism = Optional.of(choice.make(steps, feeds, batch, listener));
    }
    Parallelism chosen = parallelism.get();
    boolean slices = chosen.replicas() > 1 && batch >= chosen.replicas();
    return slices
        ? steps.replicated(feeds, batch, chosen.replicas())
        : steps.captured(feeds, batch, chosen.threads());
  }

  private void giveUpCapturing(String reason) {
    captures = false;
    listener.notCaptured(reason);
  }

  @Override
  public void close() {
    executions.values().forEach(StepExecution::close);
    executions.clear();
  }
}
