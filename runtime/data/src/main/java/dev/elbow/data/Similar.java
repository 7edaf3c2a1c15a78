package dev.elbow.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a user may have meant by a name that does not exist. */
final class Similar {
  private Similar() {}

  /** The nearest of the names, if at most two letters in five would have to be changed. */
  static Optional<String> to(String name, Collection<String> names) {
    String wanted = plain(name);
    return names.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))))
        .filter(candidate -> distance(wanted, plain(candidate)) * 5 <= 2 * candidate.length());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  /** Levenshtein's: the fewest insertions, deletions and replacements of a letter. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
