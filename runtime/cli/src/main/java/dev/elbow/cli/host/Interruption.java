package dev.elbow.cli.host;

import dev.elbow.engine.training.StopSignal;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a training save before Ctrl-C or SIGTERM ends the JVM. */
public final class Interruption {
  private final AtomicReference<StopSignal> armed = new AtomicReference<>();

  /** A signal that the end of the JVM requests, and whose {@link #finished} it waits for. */
  public StopSignal arm() {
    StopSignal stop = new StopSignal();
    armed.set(stop);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop), "elbow-interruption"));
    return stop;
  }

  /** The command is over and everything is printed: the JVM may end. */
  public void finished() {
    StopSignal stop = armed.getAndSet(null);
    if (stop != null) {
      stop.finished();
    }
  }

  private void stop(StopSignal stop) {
    if (armed.get() == null) {
      return;
    }
    stop.request();
    stop.await();
  }
}
