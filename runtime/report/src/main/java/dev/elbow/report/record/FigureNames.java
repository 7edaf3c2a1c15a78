package dev.elbow.report.record;

import java.util.Locale;
import java.util.Map;

/** Figures' names as words: {@code test.negativeElbo} is the negative ELBO. */
public final class FigureNames {
  private static final Map<String, String> ABBREVIATIONS =
      Map.of("elbo", "ELBO", "kl", "KL", "mmd", "MMD");

  private FigureNames() {}

  /** What stands before the dot: {@code test}; empty if there is no dot. */
  public static String set(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** What stands behind it: {@code negativeElbo}. */
  public static String figure(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /** {@code negative ELBO}. */
  public static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (String word :
        figure(name).replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=[0-9])", " ").split(" ")) {
      String lower = word.toLowerCase(Locale.ROOT);
      words.append(words.isEmpty() ? "" : " ").append(ABBREVIATIONS.getOrDefault(lower, lower));
    }
    return words.toString();
  }

  /** The words with a capital and the set: {@code Negative ELBO (test)}. */
  public static String title(String name) {
    String words = words(name);
    String capital = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT);
    String set = set(name);
    String rest = words.isEmpty() ? "" : words.substring(1);
    return capital + rest + (set.isEmpty() ? "" : " (" + set + ")");
  }
}
