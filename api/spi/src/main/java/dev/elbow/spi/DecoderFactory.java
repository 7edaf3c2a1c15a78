package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The service under which a {@link Decoder} is published.
 *
 * @param <O> the option record
 */
@ConsumerType
public interface DecoderFactory<O extends Record> extends PartFactory<Decoder, O> {}
