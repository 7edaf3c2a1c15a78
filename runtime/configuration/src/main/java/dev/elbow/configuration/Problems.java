package dev.elbow.configuration;

import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects mistakes, so that a user sees all of them at once. */
final class Problems {
  private static final Comparator<Place> IN_READING_ORDER =
      Comparator.comparing(Place::source)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  private final List<Problem> found = new ArrayList<>();

  void add(String id, Place place, String text, String fix) {
    found.add(new Problem(id, place, text, fix));
  }

  int count() {
    return found.size();
  }

  /** Throws if anything was added: the first in reading order gives the id and the place. */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<Problem> sorted =
        found.stream().sorted(Comparator.comparing(Problem::place, IN_READING_ORDER)).toList();
    Problem first = sorted.get(0);
    throw new InputException(first.id(), text(sorted), first.place().toString(), fix(sorted));
  }

  private static String text(List<Problem> sorted) {
    if (sorted.size() == 1) {
      return sorted.get(0).text();
    }
    return sorted.stream()
        .map(Problem::toString)
        .collect(Collectors.joining("\n  ", sorted.size() + " problems:\n  ", ""));
  }

  private static String fix(List<Problem> sorted) {
    return sorted.stream()
        .map(Problem::fix)
        .filter(fix -> !fix.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
