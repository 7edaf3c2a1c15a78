package dev.elbow.experiments.grid;

import java.util.Locale;

/** What brings a cell to its figures. */
public enum CellCommand {
  /** {@code elbow train}, then {@code elbow evaluate}. */
  TRAIN,
  /** {@code elbow pca} with as many components as {@code model.latent}. */
  PCA;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
