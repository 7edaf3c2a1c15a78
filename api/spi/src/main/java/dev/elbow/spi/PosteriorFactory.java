package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Posterior} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface PosteriorFactory<O extends Record> extends PartFactory<Posterior, O> {}
