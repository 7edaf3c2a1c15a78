package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.DivergenceFactory;
import dev.elbow.tck.DivergenceContract;
import dev.elbow.tck.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class MmdContractTest extends DivergenceContract {

  @Override
  protected DivergenceFactory<?> factory() {
    return new MmdDivergenceFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{bandwidth: fixed, sigma: 2, estimator: unbiased}",
        "{bandwidth: median}",
        "{kernel: imq, estimator: unbiased}");
  }

  /** It compares a batch with another, and holds the median constant. */
  @Override
  protected Set<Feature> missing(String configuration) {
    Set<Feature> missing =
        EnumSet.of(
            Feature.BOUND, Feature.INDEPENDENT_IN_TRAINING, Feature.INDEPENDENT_IN_EVALUATION);
    if (configuration.contains("median")) {
      missing.add(Feature.TRUE_GRADIENT);
    }
    return missing;
  }
}
