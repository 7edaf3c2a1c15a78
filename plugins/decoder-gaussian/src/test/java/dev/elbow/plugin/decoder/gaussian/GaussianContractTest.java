package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.DecoderContract;
import dev.elbow.tck.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The optimal sigma is the batch's in training, and so is that of the first phase. */
class GaussianContractTest extends DecoderContract {
  private static final String NETWORK = "network: {type: mlp, hidden: [3], activation: tanh}";

  @Override
  protected DecoderFactory<?> factory() {
    return new GaussianDecoderFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{" + NETWORK + ", variance: fixed, sigma: 0.7}",
        "{" + NETWORK + ", variance: shared, mean: sigmoid}",
        "{" + NETWORK + ", variance: optimal}",
        "{" + NETWORK + ", variance: per-pixel}",
        "{" + NETWORK + ", variance: per-pixel, perPixelFrom: 0}");
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    Set<Feature> missing = EnumSet.of(Feature.STEPWISE);
    if (!configuration.contains("sigmoid")) {
      missing.add(Feature.MEAN_IN_RANGE);
    }
    if (configuration.contains("optimal") || configuration.endsWith("per-pixel}")) {
      missing.add(Feature.INDEPENDENT_IN_TRAINING);
    }
    return missing;
  }
}
