package dev.elbow.engine.density;

import java.util.Locale;

/** Which covariances the Gaussians of a density may have. */
public enum CovarianceKind {
  /** Any: each component has d (d + 1) / 2 numbers. */
  FULL,
  /** Independent dimensions: each component has d numbers. */
  DIAGONAL;

  /** As in options and files: {@code full}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
