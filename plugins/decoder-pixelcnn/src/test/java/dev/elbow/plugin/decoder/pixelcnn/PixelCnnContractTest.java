package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.DecoderContract;
import dev.elbow.tck.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class PixelCnnContractTest extends DecoderContract {
  private static final String SMALL = "filters: 2, firstKernel: 3, kernel: 3";

  @Override
  protected DecoderFactory<?> factory() {
    return new PixelCnnDecoderFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{" + SMALL + ", layers: 3}",
        "{" + SMALL + ", layers: 2, maps: 2, network: {type: mlp, hidden: [3], activation: tanh}}",
        "{" + SMALL + ", layers: 2, likelihood: categorical}");
  }

  /** Two pixels above each other, and one pixel of two channels. */
  @Override
  protected List<DataShape> smallShapes() {
    return List.of(new DataShape(1, 2, 1), new DataShape(2, 1, 1));
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    Set<Feature> missing = EnumSet.of(Feature.SAMPLE, Feature.MEAN, Feature.REAL_DATA);
    if (configuration.contains("categorical")) {
      missing.add(Feature.BINARY_DATA);
    }
    return missing;
  }
}
