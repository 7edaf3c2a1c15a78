package dev.elbow.cli.host;

import dev.elbow.launcher.BackendChoice;
import dev.elbow.launcher.Backends;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.Nd4jInfo;
import dev.elbow.launcher.Nd4jRuntime;
import dev.elbow.spi.ElbowException;
import java.util.Optional;

/**
 * The backend as it runs.
 *
 * @param choice which one and why
 * @param info what ND4J says of itself
 * @param threads of the CPU kernels
 */
public record StartedBackend(BackendChoice choice, Nd4jInfo info, int threads) {

  /**
   * Chooses the backend and starts ND4J, once in a JVM.
   *
   * @param threads empty for as many as the start script chose
   * @throws ElbowException if the device is not to be had, or its native library does not load
   */
  public static StartedBackend start(
      Installation installation, Device device, Optional<Integer> threads) {
    BackendChoice choice = Backends.choose(installation.lib(), device);
    Nd4jInfo info = Nd4jRuntime.start(choice);
    return new StartedBackend(choice, info, Threads.use(threads, choice, info));
  }
}
