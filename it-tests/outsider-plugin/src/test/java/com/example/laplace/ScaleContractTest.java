package com.example.laplace;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.FlowContract;

class ScaleContractTest extends FlowContract {

  @Override
  protected FlowFactory<?> factory() {
    return new ScaleFlowFactory();
  }
}
