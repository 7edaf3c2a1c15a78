package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.DivergenceFactory;
import dev.elbow.tck.DivergenceContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class SteinContractTest extends DivergenceContract {

  @Override
  protected DivergenceFactory<?> factory() {
    return new SteinDivergenceFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{bandwidth: fixed, sigma: 2}");
  }

  /** Its loss is a surrogate of the whole batch, and its score needs a density. */
  @Override
  protected Set<Feature> missing() {
    return Set.of(
        Feature.BOUND,
        Feature.TRUE_GRADIENT,
        Feature.WITHOUT_PRIOR_DENSITY,
        Feature.INDEPENDENT_IN_TRAINING,
        Feature.INDEPENDENT_IN_EVALUATION);
  }
}
