package com.example.laplace;

import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;

/**
 * Publishes one dense layer, {@code x W + b}, as the network {@code linear}. A part this small is a
 * lambda; one jar may publish as many parts as it likes.
 */
public final class LinearNetworkFactory implements NetworkFactory<NoOptions> {

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String description() {
    return "One dense layer without an activation";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Network create(NoOptions options, PartContext context) {
    return (graph, input, from, to) -> graph.linear("layer", input, from.features(), to.features());
  }
}
