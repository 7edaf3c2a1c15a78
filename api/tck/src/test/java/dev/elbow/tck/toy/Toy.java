package dev.elbow.tck.toy;

import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;

/**
 * A factory of the tests without options.
 *
 * @param <P> the role's interface
 */
abstract class Toy<P> implements PartFactory<P, NoOptions> {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String description() {
    return "A part of the tests";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public P create(NoOptions options, PartContext context) {
    return create(context);
  }

  abstract P create(PartContext context);
}
