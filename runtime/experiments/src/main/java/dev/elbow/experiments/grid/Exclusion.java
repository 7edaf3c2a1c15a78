package dev.elbow.experiments.grid;

/**
 * Combinations that are left out.
 *
 * @param why a sentence for the table
 */
public record Exclusion(Selector where, String why) {}
