package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes one kind of part from its options. This is what a plugin publishes, as an OSGi service and
 * in {@code META-INF/services} under the factory interface of its role.
 *
 * <p>A factory has a public constructor without parameters, does no work in it, and is immutable.
 *
 * @param <P> the part's role interface
 * @param <O> the option record; {@link NoOptions} if there is nothing to choose
 */
@ConsumerType
public interface PartFactory<P, O extends Record> {

  /**
   * The name that a configuration uses as {@code type}: lower-case letters, digits and hyphens,
   * beginning with a letter. Unique within the role.
   */
  String name();

  /** One sentence for {@code elbow plugins}. */
  String description();

  /** The record whose components, annotated with {@code dev.elbow.spi.option}, are the options. */
  Class<O> optionsType();

  /**
   * Makes the part.
   *
   * @param options validated against their ranges; nested parts are made already
   * @param context sizes of the model and services of the host
   * @throws InputException if the options do not fit each other or the context
   */
  P create(O options, PartContext context);
}
