package dev.elbow.plugin.prior.standardnormal;

import dev.elbow.spi.PriorFactory;
import dev.elbow.tck.PriorContract;

class StandardNormalContractTest extends PriorContract {

  @Override
  protected PriorFactory<?> factory() {
    return new StandardNormalPriorFactory();
  }
}
