package dev.elbow.plugin.network.resnet;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ResNetNetwork} as {@code resnet}. */
@Component(service = NetworkFactory.class)
@ServiceProvider(value = NetworkFactory.class, resolution = Resolution.OPTIONAL)
public final class ResNetNetworkFactory implements NetworkFactory<ResNetOptions> {

  @Override
  public String name() {
    return "resnet";
  }

  @Override
  public String description() {
    return "Residual convolutional blocks from image to vector, and mirrored from vector to image";
  }

  @Override
  public Class<ResNetOptions> optionsType() {
    return ResNetOptions.class;
  }

  @Override
  public Network create(ResNetOptions options, PartContext context) {
    if (options.filters().isEmpty()) {
      throw new InputException(
          "NETWORK-FILTERS",
          "expected at least one stage in filters, found none",
          "",
          "Give filters such as [32, 64], or use {type: mlp}.");
    }
    return new ResNetNetwork(options);
  }
}
