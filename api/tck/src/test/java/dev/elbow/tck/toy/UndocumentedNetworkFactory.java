package dev.elbow.tck.toy;

import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import java.util.List;

/** A linear network, some of whose options nobody explains. */
public final class UndocumentedNetworkFactory
    implements NetworkFactory<UndocumentedNetworkFactory.Options> {

  /** With a choice and a nested record. */
  public record Options(
      @Default("one") Choice choice, @Doc("several") @Default("[]") List<Inner> inner) {}

  /** One of two. */
  public enum Choice {
    @Doc("the first")
    ONE,
    TWO
  }

  /** An inner record. */
  public record Inner(@Default("1") int number) {}

  @Override
  public String name() {
    return "undocumented";
  }

  @Override
  public String description() {
    return "A linear network of the tests";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Network create(Options options, PartContext context) {
    return (graph, x, from, to) -> graph.linear("layer", x, from.features(), to.features());
  }
}
