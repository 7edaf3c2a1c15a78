package dev.elbow.cli.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The configuration that {@code elbow train} trains when it is given none. */
public final class QuickStart {
  /** Its name in errors, and in the distribution's examples. */
  public static final String NAME = "quick-start.yaml";

  private QuickStart() {}

  /** Its YAML. */
  public static String text() {
    try (InputStream file = QuickStart.class.getResourceAsStream("/dev/elbow/cli/" + NAME)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
