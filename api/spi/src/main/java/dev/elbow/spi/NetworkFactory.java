package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Network} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface NetworkFactory<O extends Record> extends PartFactory<Network, O> {}
