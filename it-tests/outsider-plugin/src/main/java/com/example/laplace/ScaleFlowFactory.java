package com.example.laplace;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;

/** Publishes {@link ScaleFlow} as {@code scale}; flow posteriors and flow priors take it. */
public final class ScaleFlowFactory implements FlowFactory<NoOptions> {

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String description() {
    return "Scales each dimension by a learned factor";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Flow create(NoOptions options, PartContext context) {
    return new ScaleFlow(context.latentSize());
  }
}
