package dev.elbow.launcher;

import java.util.Locale;

/** Where the arithmetic is to run. */
public enum Device {
  /** CUDA where it can be used, otherwise the CPU. */
  AUTO,
  CPU,
  CUDA;

  /** The name users see: {@code cuda}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
