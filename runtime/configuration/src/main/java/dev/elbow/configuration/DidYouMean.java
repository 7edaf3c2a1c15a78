package dev.elbow.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a user may have meant. */
public final class DidYouMean {
  private static final int SHORTEST_PREFIX = 3;

  private DidYouMean() {}

  /**
   * The nearest valid name by Damerau-Levenshtein distance, case and separators aside; empty if
   * none is nearer than a third of its length, nor begins with what was given.
   */
  public static Optional<String> closest(String given, Collection<String> valid) {
    String plain = simplify(given);
    return valid.stream()
        .filter(name -> plausible(plain, simplify(name)))
        .min(Comparator.comparingInt(name -> distance(plain, simplify(name))));
  }

  /** {@code Did you mean ar1? } with a space after it, or nothing. */
  static String hint(String given, Collection<String> valid) {
    return closest(given, valid).map(name -> "Did you mean " + name + "? ").orElse("");
  }

  private static String simplify(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static boolean plausible(String given, String name) {
    int most = Math.max(1, Math.max(given.length(), name.length()) / 3);
    return distance(given, name) <= most
        || (given.length() >= SHORTEST_PREFIX && name.startsWith(given));
  }

  /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
