package dev.elbow.launcher;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One factory, or one jar without a usable factory.
 *
 * @param role null if the jar failed before its role was known
 * @param name the factory's name; the jar's file name if it failed before its name was known
 * @param version of the bundle, or {@code Implementation-Version} of a plain jar; {@code 0} if
 *     neither is there
 * @param bundle symbolic name of the bundle
 * @param jar null if the classes come from no file
 * @param sha256 of the jar, hexadecimal; empty if it is none
 * @param description one sentence, by the factory; empty if failed
 * @param factory null if failed
 * @param reason why it failed, in plain words; empty if active
 * @param fix what the user or the plugin's author can do; empty if active
 */
public record PluginRecord(
    Role role,
    String name,
    String version,
    String bundle,
    Path jar,
    String sha256,
    State state,
    String description,
    PartFactory<?, ?> factory,
    String reason,
    String fix) {

  /** Whether the factory can be used. */
  public enum State {
    ACTIVE,
    FAILED
  }

  public PluginRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(description);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(fix);
    if ((state == State.ACTIVE) != (factory != null)) {
      throw new IllegalArgumentException("exactly an active record has a factory");
    }
  }

  static PluginRecord active(
      Role role, String name, Origin origin, String description, PartFactory<?, ?> factory) {
    return new PluginRecord(
        role,
        name,
        origin.version(),
        origin.bundle(),
        origin.jar(),
        origin.sha256(),
        State.ACTIVE,
        description,
        factory,
        "",
        "");
  }

  static PluginRecord failed(Role role, String name, Origin origin, UnusableException cause) {
    return new PluginRecord(
        role,
        name,
        origin.version(),
        origin.bundle(),
        origin.jar(),
        origin.sha256(),
        State.FAILED,
        "",
        null,
        cause.reason(),
        cause.fix());
  }

  /** Whether the factory can be used. */
  public boolean isActive() {
    return state == State.ACTIVE;
  }
}
