package dev.elbow.experiments.grid;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A figure that others printed.
 *
 * @param where which cells it is held against
 * @param figure such as {@code test.negativeElbo}
 * @param value as printed
 * @param spread its own standard deviation over runs, if known
 * @param bound whether it is the bound that it is called
 * @param comparable whether ours is the same quantity, so that the numbers may be compared
 * @param source where it stands
 * @param epochs that it was trained for, if known
 * @param why a sentence: the reason if ours differs
 */
public record Published(
    Selector where,
    String figure,
    double value,
    OptionalDouble spread,
    boolean bound,
    boolean comparable,
    String source,
    OptionalInt epochs,
    String why) {}
