package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.spi.DataValues;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.DecoderContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class DiscretizedLogisticContractTest extends DecoderContract {
  private static final String NETWORK = "network: {type: mlp, hidden: [3], activation: tanh}";

  @Override
  protected DecoderFactory<?> factory() {
    return new DiscretizedLogisticDecoderFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{" + NETWORK + ", start: 0.5}",
        "{" + NETWORK + ", start: 0.5, scale: per-pixel, mean: sigmoid}");
  }

  @Override
  protected DataValues dataValues() {
    return DataValues.UNIT_INTERVAL;
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.STEPWISE, Feature.BINARY_DATA, Feature.REAL_DATA);
  }
}
