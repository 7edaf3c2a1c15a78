package dev.elbow.configuration;

import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;
import java.util.function.BiFunction;

/** A factory that makes its part with a function. */
record Fake<P, O extends Record>(
    String name, Class<O> optionsType, BiFunction<O, PartContext, P> maker)
    implements PartFactory<P, O> {

  @Override
  public String description() {
    return "the " + name + " of the tests";
  }

  @Override
  public P create(O options, PartContext context) {
    return maker.apply(options, context);
  }
}
