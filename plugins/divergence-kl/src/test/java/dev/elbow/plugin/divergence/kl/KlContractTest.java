package dev.elbow.plugin.divergence.kl;

import dev.elbow.spi.DivergenceFactory;
import dev.elbow.tck.DivergenceContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class KlContractTest extends DivergenceContract {

  @Override
  protected DivergenceFactory<?> factory() {
    return new KlDivergenceFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{freeBits: 0.1}");
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    return configuration.equals("{}")
        ? Set.of(Feature.WITHOUT_POSTERIOR_DENSITY, Feature.WITHOUT_PRIOR_DENSITY)
        : Set.of(
            Feature.BOUND,
            Feature.INDEPENDENT_IN_TRAINING,
            Feature.INDEPENDENT_IN_EVALUATION,
            Feature.WITHOUT_POSTERIOR_DENSITY,
            Feature.WITHOUT_PRIOR_DENSITY);
  }
}
