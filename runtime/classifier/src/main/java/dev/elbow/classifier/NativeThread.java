package dev.elbow.classifier;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A thread for one job of DL4J. Its workspaces belong to the thread that used them, so that they
 * are freed at the end without touching those of the caller.
 */
final class NativeThread {
  private NativeThread() {}

  /** Runs the job to its end and gives its result, or throws what it threw. */
  static <T> T run(String name, Callable<T> job) {
    FutureTask<T> task = new FutureTask<>(() -> withoutTraces(job));
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the classifier worked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T withoutTraces(Callable<T> job) throws Exception {
    try {
      return job.call();
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }
}
