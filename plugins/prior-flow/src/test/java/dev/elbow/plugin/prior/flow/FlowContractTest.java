package dev.elbow.plugin.prior.flow;

import dev.elbow.spi.PriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PriorContract;
import java.util.List;
import java.util.Set;

class FlowContractTest extends PriorContract {

  @Override
  protected PriorFactory<?> factory() {
    return new FlowPriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}", "{flows: [{type: realnvp, network: {type: mlp, hidden: [4], activation: tanh}}]}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.GAUSSIAN_PRIOR);
  }
}
