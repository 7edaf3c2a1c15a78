package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Divergence} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface DivergenceFactory<O extends Record> extends PartFactory<Divergence, O> {}
