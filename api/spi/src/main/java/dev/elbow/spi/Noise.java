package dev.elbow.spi;

/** A distribution from which the engine draws an input, one independent value per element. */
public enum Noise {
  /** N(0, 1). */
  STANDARD_NORMAL,
  /** Uniform on the open interval (0, 1). */
  UNIFORM
}
