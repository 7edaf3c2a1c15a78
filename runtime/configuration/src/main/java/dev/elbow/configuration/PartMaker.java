package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;

/** Makes the parts that a record's components ask for, innermost first. */
@FunctionalInterface
public interface PartMaker {

  /**
   * Makes one part.
   *
   * @param options an instance of the factory's option record
   * @param place where the configuration asks for the part
   * @return an instance of the role's part type
   */
  Object make(Role role, PartFactory<?, ?> factory, Record options, Place place);
}
