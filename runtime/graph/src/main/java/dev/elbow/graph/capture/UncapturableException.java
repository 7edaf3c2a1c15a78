package dev.elbow.graph.capture;

/** Says that a graph's executions do not all do the same, and why. */
public final class UncapturableException extends Exception {
  private static final long serialVersionUID = 1;

  public UncapturableException(String reason) {
    super(reason);
  }
}
