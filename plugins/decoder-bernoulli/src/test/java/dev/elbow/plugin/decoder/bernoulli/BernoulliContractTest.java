package dev.elbow.plugin.decoder.bernoulli;

import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.DecoderContract;
import dev.elbow.tck.Feature;
import java.util.List;
import java.util.Set;

class BernoulliContractTest extends DecoderContract {

  @Override
  protected DecoderFactory<?> factory() {
    return new BernoulliDecoderFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{network: {type: mlp, hidden: [4], activation: tanh}}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.STEPWISE, Feature.REAL_DATA);
  }
}
