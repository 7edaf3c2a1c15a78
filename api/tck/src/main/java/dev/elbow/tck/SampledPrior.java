package dev.elbow.tck;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** The standard normal as a prior that can only be sampled. */
record SampledPrior(int latent) implements Prior {
  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    return Optional.empty();
  }

  @Override
  public SDVariable sample(Graph graph) {
    return KnownPrior.standard(latent).sample(graph);
  }
}
