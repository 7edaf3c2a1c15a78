package dev.elbow.plugin.posterior.diagonal;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;

/** Options of the diagonal Gaussian. */
public record DiagonalOptions(
    @Doc("what the encoder's second half is") @Default("log-variance") Spread spread) {

  /** How wide a dimension is, as the encoder says it. */
  public enum Spread {
    @Doc("log sigma^2")
    LOG_VARIANCE(1),
    @Doc("log sigma; another scale for an encoder whose outputs are bounded")
    LOG_DEVIATION(2);

    private final int factor;

    Spread(int factor) {
      this.factor = factor;
    }

    /** What the encoder's output times this is log sigma^2. */
    int factor() {
      return factor;
    }
  }
}
