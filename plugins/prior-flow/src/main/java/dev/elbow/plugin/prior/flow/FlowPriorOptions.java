package dev.elbow.plugin.prior.flow;

import dev.elbow.spi.Flow;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the flow prior. */
public record FlowPriorOptions(
    @Doc("invertible flows without context, from the standard normal to z")
        @Default("[{type: realnvp, count: 2}]")
        List<Repeated> flows) {

  public FlowPriorOptions {
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("expected at least one flow, found none");
    }
  }

  /** A flow, several times with parameters of its own each time. */
  public record Repeated(
      @Doc("the flow") @Inline Flow flow,
      @Doc("how many of them, one after the other") @Default("1") @Range(min = 1) int count) {}
}
