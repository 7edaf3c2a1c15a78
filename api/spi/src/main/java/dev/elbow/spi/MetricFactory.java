package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Metric} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface MetricFactory<O extends Record> extends PartFactory<Metric, O> {}
