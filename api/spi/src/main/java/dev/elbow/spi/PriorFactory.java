package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Prior} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface PriorFactory<O extends Record> extends PartFactory<Prior, O> {}
