package dev.elbow.experiments.grid;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A statement that the figures bear out or not, for each cell it speaks of.
 *
 * @param text the statement
 * @param of the cells it speaks of
 * @param figure of those
 * @param relation to what they are held against
 * @param than where to look from each: coordinates that are not named stay
 * @param against the other's figure, the same unless given
 * @param value a number in place of another cell
 * @param by by how much lower or higher at least, or within how much
 * @param why a sentence: the reason if it does not hold
 */
public record Claim(
    String text,
    Selector of,
    String figure,
    Relation relation,
    Selector than,
    String against,
    OptionalDouble value,
    double by,
    Optional<String> why) {

  /** How the first is to stand to the second. */
  public enum Relation {
    /** Less than the other. */
    LOWER,
    /** More than the other. */
    HIGHER,
    /** No further from the other than the margin. */
    WITHIN;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
