package dev.elbow.plugin.flow.planar;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.FlowContract;
import java.util.List;
import java.util.Set;

class PlanarContractTest extends FlowContract {

  @Override
  protected FlowFactory<?> factory() {
    return new PlanarFlowFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{amortised: true}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.INVERSE);
  }
}
