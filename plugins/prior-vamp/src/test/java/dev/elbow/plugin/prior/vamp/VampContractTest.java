package dev.elbow.plugin.prior.vamp;

import dev.elbow.spi.PriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PriorContract;
import java.util.List;
import java.util.Set;

class VampContractTest extends PriorContract {

  @Override
  protected PriorFactory<?> factory() {
    return new VampPriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{components: 3}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.GAUSSIAN_PRIOR);
  }
}
