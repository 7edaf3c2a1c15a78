package dev.elbow.data;

import dev.elbow.spi.DataValues;
import dev.elbow.spi.option.Doc;

/** How grey values from 0 to 1 become the 0s and 1s of a Bernoulli likelihood. */
public enum Binarization {
  @Doc("grey values as they are, from 0 to 1")
  NONE,
  @Doc("1 for a grey value of at least 0.5, otherwise 0")
  THRESHOLD,
  @Doc(
      "1 with the grey value as probability: drawn anew for each training epoch, once for"
          + " validation and test")
  STOCHASTIC;

  /** The values of a feature after it. */
  public DataValues dataValues() {
    return this == NONE ? DataValues.UNIT_INTERVAL : DataValues.BINARY;
  }
}
