package dev.elbow.plugin.network.mlp;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link MlpNetwork} as {@code mlp}. */
@Component(service = NetworkFactory.class)
@ServiceProvider(value = NetworkFactory.class, resolution = Resolution.OPTIONAL)
public final class MlpNetworkFactory implements NetworkFactory<MlpOptions> {

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String description() {
    return "Multilayer perceptron: dense hidden layers and a last one, linear by default";
  }

  @Override
  public Class<MlpOptions> optionsType() {
    return MlpOptions.class;
  }

  @Override
  public Network create(MlpOptions options, PartContext context) {
    return new MlpNetwork(options);
  }
}
