package dev.elbow.graph.execution;

/** Hears how steps are executed. */
public interface ExecutionListener {
  /** How the threads share a step, and how that was found. */
  default void shared(String how) {}

  /** Why each step goes through SameDiff, which is slower. */
  default void notCaptured(String reason) {}
}
