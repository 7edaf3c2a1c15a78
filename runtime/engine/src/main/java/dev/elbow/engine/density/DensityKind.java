package dev.elbow.engine.density;

import java.nio.file.Path;

/**
 * Which density to fit.
 *
 * @param name also the cache file's, {@code mixture-10}
 * @param components at least 1
 */
public record DensityKind(String name, int components, CovarianceKind covariance) {
  /** The most components. */
  public static final int MOST = 1000;

  public DensityKind {
    if (components < 1 || components > MOST) {
      throw new IllegalArgumentException(
          "expected from 1 to %d components, found %d".formatted(MOST, components));
    }
  }

  /** One Gaussian with independent dimensions. */
  public static DensityKind gaussian() {
    return new DensityKind("gaussian", 1, CovarianceKind.DIAGONAL);
  }

  /** Weighted Gaussians. */
  public static DensityKind mixture(int components, CovarianceKind covariance) {
    String suffix = covariance == CovarianceKind.FULL ? "" : "-" + covariance.label();
    return new DensityKind("mixture-" + components + suffix, components, covariance);
  }

  /** Where a run keeps it, {@code density/mixture-10.json}. */
  public Path fileIn(Path run) {
    return run.resolve("density").resolve(name + ".json");
  }
}
