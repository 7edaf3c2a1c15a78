package com.example.laplace;

import dev.elbow.spi.NetworkFactory;
import dev.elbow.tck.NetworkContract;

class LinearContractTest extends NetworkContract {

  @Override
  protected NetworkFactory<?> factory() {
    return new LinearNetworkFactory();
  }
}
