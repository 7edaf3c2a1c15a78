package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.capture.UncapturableException;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses how the threads share a step: as it is fixed, as it was measured, or by measuring.
 *
 * @param replicas fixed by the user
 * @param memory what was measured
 */
public record ParallelismChoice(Optional<Integer> replicas, ParallelismMemory memory) {

  Parallelism make(Steps steps, Feeds feeds, int batch, ExecutionListener listener)
      throws UncapturableException {
    int threads = KernelThreads.available();
    if (replicas.isPresent()) {
      return fixed(steps, feeds, batch);
    }
    if (threads == 1) {
      return new Parallelism(1, 1);
    }
    Optional<String> obstacle = steps.obstacleToReplicas(feeds, batch);
    if (obstacle.isPresent() || batch < threads) {
      Parallelism kernels = new Parallelism(threads, 1);
      listener.shared(kernels.text() + ": the batch cannot be sliced, " + obstacle.orElse("small"));
      return kernels;
    }
    String key = steps.key(batch, threads);
    Optional<Parallelism> known = memory.find(key);
    if (known.isPresent()) {
      listener.shared(known.get().text() + ", as measured here before");
      return known.get();
    }
    return measure(steps, feeds, batch, key, listener);
  }

  private Parallelism fixed(Steps steps, Feeds feeds, int batch) throws UncapturableException {
    int wanted = replicas.get();
    if (wanted == 1) {
      return new Parallelism(KernelThreads.available(), 1);
    }
    Optional<String> obstacle = steps.obstacleToReplicas(feeds, batch);
    if (obstacle.isPresent()) {
      throw new InputException(
          "REPLICAS-NOT-POSSIBLE",
          "expected a model whose loss is a mean over the examples of a batch, but "
              + obstacle.get(),
          "backend.replicas",
          "Set replicas to 1, or leave it out.");
    }
    return new Parallelism(1, wanted);
  }

  private Parallelism measure(
      Steps steps, Feeds feeds, int batch, String key, ExecutionListener listener)
      throws UncapturableException {
    int threads = KernelThreads.available();
    List<Parallelism> candidates = new ArrayList<>();
    candidates.add(new Parallelism(threads, 1));
    candidates.add(new Parallelism(1, threads));
    candidates.add(new Parallelism(1, 1));
    ParallelismTrial trial = new ParallelismTrial(steps, feeds, batch, candidates);
    Parallelism best = trial.run();
    memory.keep(key, best);
    listener.shared(trial.text());
    return best;
  }
}
