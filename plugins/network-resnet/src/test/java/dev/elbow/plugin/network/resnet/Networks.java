package dev.elbow.plugin.network.resnet;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.PartCatalog;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.YamlReader;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Network;

/** Networks as a user writes them. */
final class Networks {
  private Networks() {}

  static Network of(String yaml) {
    return new ResNetNetworkFactory().create(options(yaml), null);
  }

  static ResNetOptions options(String yaml) {
    var given = YamlReader.read(yaml, "test");
    var resolved = Resolver.resolve(given, ResNetOptions.class, PartCatalog.empty());
    return Binder.bind(resolved, ResNetOptions.class);
  }

  static DataShape image(int channels, int height, int width) {
    return new DataShape(channels, height, width);
  }
}
