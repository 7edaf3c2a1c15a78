package dev.elbow.experiments.grid;

/**
 * A figure that the table shows.
 *
 * @param figure such as {@code test.kl}
 * @param title what stands above it
 */
public record Column(String figure, String title) {}
