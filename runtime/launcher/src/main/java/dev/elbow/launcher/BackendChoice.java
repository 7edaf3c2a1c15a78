package dev.elbow.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The backend that a process uses for its whole life.
 *
 * @param device {@link Device#CPU} or {@link Device#CUDA}, never {@link Device#AUTO}
 * @param folder the backend folder; empty if the backend is on the class path already
 * @param reason why this device, as a sentence for the user
 * @param jars the jars to append to the class path, sorted by name
 */
public record BackendChoice(Device device, Optional<Path> folder, String reason, List<Path> jars) {
  public BackendChoice {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(reason);
    jars = List.copyOf(jars);
    if (device == Device.AUTO) {
      throw new IllegalArgumentException("a choice names a device, not auto");
    }
  }
}
