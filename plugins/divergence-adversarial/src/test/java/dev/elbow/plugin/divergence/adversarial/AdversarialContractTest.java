package dev.elbow.plugin.divergence.adversarial;

import dev.elbow.spi.DivergenceFactory;
import dev.elbow.tck.DivergenceContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class AdversarialContractTest extends DivergenceContract {

  @Override
  protected DivergenceFactory<?> factory() {
    return new AdversarialDivergenceFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{network: {type: mlp, hidden: [7], activation: tanh}, learningRate: 0.1}");
  }

  /** The figure is one of the batch, and a distance only once the discriminator has learned. */
  @Override
  protected Set<Feature> missing() {
    return Set.of(
        Feature.BOUND,
        Feature.DISTANCE,
        Feature.INDEPENDENT_IN_TRAINING,
        Feature.INDEPENDENT_IN_EVALUATION);
  }
}
