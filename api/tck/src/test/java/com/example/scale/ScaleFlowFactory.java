package com.example.scale;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** z' = exp(s) z with a learned s for each dimension, and log|det| = the sum of s. */
public final class ScaleFlowFactory implements FlowFactory<ScaleFlowFactory.Options> {

  public record Options(@Doc("the first value of each s") @Default("0.0") double start) {}

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String description() {
    return "Scales each dimension by a learned factor";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Flow create(Options options, PartContext context) {
    return new Scale(context.latentSize(), options.start());
  }

  private record Scale(int latent, double start) implements Flow {
    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
      SDVariable s = graph.parameter("s", Initializer.constant(start), 1, latent);
      SDVariable scaled = z.mul(graph.sameDiff().math.exp(s));
      return new FlowStep(scaled, graph.sumPerExample(z.mul(0).add(s)));
    }
  }
}
