package dev.elbow.engine.registry;

import dev.elbow.spi.PartFactory;

/**
 * A factory and where it came from.
 *
 * @param key role and name
 * @param factory the plugin's
 * @param version of its bundle
 * @param bundle its symbolic name
 * @param sha256 of its jar; empty if it came from a class path
 */
public record RegisteredPart(
    PartKey key, PartFactory<?, ?> factory, String version, String bundle, String sha256) {}
