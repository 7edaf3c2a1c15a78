package com.example.scale;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.FlowContract;
import java.util.List;
import java.util.Set;

class ScaleContractTest extends FlowContract {

  @Override
  protected FlowFactory<?> factory() {
    return new ScaleFlowFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{start: 0.5}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.INVERSE);
  }
}
