package dev.elbow.it.plugin;

import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;

/** A plugin whose constructor throws. */
public final class ThrowingFactory implements NetworkFactory<NoOptions> {

  public ThrowingFactory() {
    throw new IllegalStateException("no licence was found");
  }

  @Override
  public String name() {
    return "throwing";
  }

  @Override
  public String description() {
    return "Never made";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Network create(NoOptions options, PartContext context) {
    throw new UnsupportedOperationException();
  }
}
