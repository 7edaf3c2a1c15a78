package dev.elbow.plugin.network.conv;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link ConvNetwork} as {@code conv}. */
@Component(service = NetworkFactory.class)
@ServiceProvider(value = NetworkFactory.class, resolution = Resolution.OPTIONAL)
public final class ConvNetworkFactory implements NetworkFactory<ConvOptions> {

  @Override
  public String name() {
    return "conv";
  }

  @Override
  public String description() {
    return "Strided convolutions from image to vector, their transposes from vector to image";
  }

  @Override
  public Class<ConvOptions> optionsType() {
    return ConvOptions.class;
  }

  @Override
  public Network create(ConvOptions options, PartContext context) {
    return new ConvNetwork(options);
  }
}
