package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.capture.UncapturableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times the ways to share a step among threads, on a real batch. No parameter changes by it. */
final class ParallelismTrial {
  /** Until the compiler has seen the kernels often enough: a cold one says nothing. */
  private static final long WARM_UP_NANOS = 1_000_000_000;

  private static final long TIMED_NANOS = 500_000_000;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 100;

  /** A way that is less than this much faster than one before it is not worth its choice. */
  private static final double WORTH = 0.97;

  private final Steps steps;
  private final Feeds feeds;
  private final int batch;
  private final List<Parallelism> candidates;
  private final double[] best;
  private final boolean[] right;

  ParallelismTrial(Steps steps, Feeds feeds, int batch, List<Parallelism> candidates) {
    this.steps = steps;
    this.feeds = feeds;
    this.batch = batch;
    this.candidates = candidates;
    this.best = new double[candidates.size()];
    this.right = new boolean[candidates.size()];
  }

  /** Interleaves the candidates, so that a busy moment of the machine meets all of them. */
  Parallelism run() throws UncapturableException {
    List<StepExecution> executions = new ArrayList<>();
    for (Parallelism candidate : candidates) {
      executions.add(
          candidate.replicas() > 1
              ? steps.replicated(feeds, batch, candidate.replicas())
              : steps.captured(feeds, batch, candidate.threads()));
    }
    java.util.Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int i = 0; i < candidates.size(); i++) {
      right[i] = i == 0 || Agreement.of(executions.get(0), executions.get(i), feeds);
    }
    rounds(executions, WARM_UP_NANOS, false);
    rounds(executions, TIMED_NANOS, true);
    executions.forEach(StepExecution::close);
    return candidates.get(fastest());
  }

  private void rounds(List<StepExecution> executions, long nanos, boolean count) {
    long end = System.nanoTime() + nanos;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (round >= LEAST_ROUNDS && System.nanoTime() > end) {
        return;
      }
      time(executions, count);
    }
  }

  private void time(List<StepExecution> executions, boolean counts) {
    for (int i = 0; i < executions.size(); i++) {
      long start = System.nanoTime();
      executions.get(i).run(feeds);
      if (counts) {
        best[i] = Math.min(best[i], (System.nanoTime() - start) / 1e6);
      }
    }
  }

  private int fastest() {
    int found = 0;
    for (int i = 1; i < best.length; i++) {
      if (right[i] && best[i] < best[found] * WORTH) {
        found = i;
      }
    }
    return found;
  }

  /** What was found, for the log. */
  String text() {
    StringBuilder text = new StringBuilder(candidates.get(fastest()).text()).append(" (measured: ");
    for (int i = 0; i < candidates.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(candidates.get(i).text());
      text.append(
          right[i] ? String.format(Locale.ROOT, " %.2f ms", best[i]) : " gives another gradient");
    }
    return text.append(')').toString();
  }
}
