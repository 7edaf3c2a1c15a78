package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Flow} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface FlowFactory<O extends Record> extends PartFactory<Flow, O> {}
