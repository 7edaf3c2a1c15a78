package dev.elbow.plugin.flow.realnvp;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.FlowContract;
import java.util.List;

class RealNvpContractTest extends FlowContract {

  @Override
  protected FlowFactory<?> factory() {
    return new RealNvpFlowFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{context: 2, network: {type: mlp, hidden: [6], activation: tanh}}");
  }
}
