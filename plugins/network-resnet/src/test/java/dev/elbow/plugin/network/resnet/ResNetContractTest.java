package dev.elbow.plugin.network.resnet;

import static dev.elbow.plugin.network.resnet.Networks.image;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.NetworkContract;
import java.util.List;
import java.util.Set;

class ResNetContractTest extends NetworkContract {
  private static final DataShape CODE = DataShape.vector(2);

  @Override
  protected NetworkFactory<?> factory() {
    return new ResNetNetworkFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{filters: [2, 3], blocks: 1}", "{filters: [2], blocks: 2, batchNorm: true}");
  }

  @Override
  protected List<Mapping> mappings() {
    return List.of(
        new Mapping(image(2, 1, 5), DataShape.vector(1)),
        new Mapping(DataShape.vector(1), image(2, 1, 1)),
        new Mapping(image(2, 5, 4), CODE),
        new Mapping(CODE, image(2, 5, 4)));
  }

  @Override
  protected List<Mapping> impossible() {
    return List.of(
        new Mapping(DataShape.vector(4), CODE), new Mapping(image(1, 4, 4), image(3, 8, 8)));
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    return configuration.contains("batchNorm: true")
        ? Set.of(Feature.INDEPENDENT_IN_TRAINING)
        : Set.of();
  }
}
