package dev.elbow.plugin.prior.mixture;

import dev.elbow.spi.PriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PriorContract;
import java.util.List;
import java.util.Set;

class MixtureContractTest extends PriorContract {

  @Override
  protected PriorFactory<?> factory() {
    return new MixturePriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{components: 2}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.GAUSSIAN_PRIOR);
  }
}
