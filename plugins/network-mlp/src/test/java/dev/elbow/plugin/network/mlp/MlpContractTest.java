package dev.elbow.plugin.network.mlp;

import dev.elbow.spi.NetworkFactory;
import dev.elbow.tck.NetworkContract;
import java.util.List;

class MlpContractTest extends NetworkContract {

  @Override
  protected NetworkFactory<?> factory() {
    return new MlpNetworkFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{hidden: []}",
        "{hidden: [5, 4], activation: tanh}",
        "{hidden: [3], activation: silu}",
        "{hidden: [4], output: tanh}");
  }
}
