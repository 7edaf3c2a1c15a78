package dev.elbow.spi;

/** What values an example's features take; it decides whether a likelihood is one. */
public enum DataValues {
  /** Exactly 0 or 1. */
  BINARY,
  /** Any number from 0 to 1, such as grey-scale pixels. */
  UNIT_INTERVAL,
  /** Any number. */
  REAL
}
