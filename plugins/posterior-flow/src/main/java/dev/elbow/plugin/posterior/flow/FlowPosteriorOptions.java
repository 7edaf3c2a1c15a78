package dev.elbow.plugin.posterior.flow;

import dev.elbow.spi.Flow;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the flow posterior. */
public record FlowPosteriorOptions(
    @Doc("the distribution of z_0") @Default("diagonal") Posterior base,
    @Doc("the flows, from z_0 to z") List<Repeated> flows) {

  public FlowPosteriorOptions {
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("expected at least one flow, found none");
    }
  }

  /** A flow, several times with parameters of its own each time. */
  public record Repeated(
      @Doc("the flow") @Inline Flow flow,
      @Doc("how many of them, one after the other") @Default("1") @Range(min = 1) int count) {}
}
