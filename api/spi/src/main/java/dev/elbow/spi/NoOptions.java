package dev.elbow.spi;

/** The option record of a part that leaves nothing to choose. */
public record NoOptions() {}
