package dev.elbow.plugin.network.conv;

import static dev.elbow.plugin.network.conv.Networks.image;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.NetworkContract;
import java.util.List;
import java.util.Set;

class ConvContractTest extends NetworkContract {
  private static final DataShape CODE = DataShape.vector(2);

  @Override
  protected NetworkFactory<?> factory() {
    return new ConvNetworkFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{filters: [2, 3], hidden: [3], kernel: 3, activation: tanh}",
        "{body: vanilla-vae, filters: [2, 2]}",
        "{body: info-vae, filters: [2, 3], hidden: [3]}",
        "{body: rho-vae, filters: [2, 3], hidden: [3]}");
  }

  @Override
  protected List<Mapping> mappings() {
    return List.of(
        new Mapping(image(2, 1, 5), DataShape.vector(1)),
        new Mapping(DataShape.vector(1), image(2, 1, 1)),
        new Mapping(image(2, 7, 5), CODE),
        new Mapping(CODE, image(2, 7, 5)));
  }

  @Override
  protected List<Mapping> impossible() {
    return List.of(
        new Mapping(DataShape.vector(4), CODE), new Mapping(image(1, 4, 4), image(3, 8, 8)));
  }

  @Override
  protected Set<Feature> missing(String configuration) {
    return configuration.contains("vanilla-vae")
        ? Set.of(Feature.INDEPENDENT_IN_TRAINING)
        : Set.of();
  }
}
