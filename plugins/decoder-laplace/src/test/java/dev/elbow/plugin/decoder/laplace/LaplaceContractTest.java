package dev.elbow.plugin.decoder.laplace;

import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.DecoderContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class LaplaceContractTest extends DecoderContract {
  private static final String NETWORK = "network: {type: mlp, hidden: [3], activation: tanh}";

  @Override
  protected DecoderFactory<?> factory() {
    return new LaplaceDecoderFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{" + NETWORK + ", scale: fixed, b: 0.7}",
        "{" + NETWORK + ", scale: shared, mean: sigmoid}");
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    return configuration.contains("sigmoid")
        ? Set.of(Feature.STEPWISE)
        : Set.of(Feature.STEPWISE, Feature.MEAN_IN_RANGE);
  }
}
