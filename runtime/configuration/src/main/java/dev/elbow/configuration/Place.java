package dev.elbow.configuration;

import java.util.Objects;

/**
 * Where a piece of configuration was written.
 *
 * @param source a file, {@code --set training.epochs=5}, or {@code default of training.epochs}
 * @param line from 1; 0 if the source has no lines
 * @param column from 1, in code points; 0 if the source has no lines
 */
public record Place(String source, int line, int column) {

  public Place {
    Objects.requireNonNull(source);
  }

  /** A source without lines. */
  public static Place of(String source) {
    return new Place(source, 0, 0);
  }

  static Place ofDefault(KeyPath path) {
    return of("default of " + path);
  }

  /** {@code rho.yaml:3:12}, or the source alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
