package dev.elbow.report.comparison;

import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the best run at a figure, where that means something: on the same data, in the same unit,
 * measured with the same settings, and of figures that may be bounds, all of one kind: bounds on
 * one quantity, or no bounds for one reason.
 *
 * <p>Runs whose difference to the best is within two standard errors of the difference are level
 * with it. The errors are taken as independent, which runs on the same test examples are not: for
 * them this is the more careful side.
 */
final class Judge {
  private static final double LEVEL = 2;

  /** What the runs were trained and evaluated on. */
  private final List<String> data;

  Judge(List<String> data) {
    this.data = data;
  }

  /**
   * @param name of the figure
   * @param figures of the runs, in their order
   */
  Ranking rank(String name, List<Optional<Figure>> figures) {
    Direction direction = Direction.of(name);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i).filter(f -> Double.isFinite(f.value())).isPresent()) {
        places.add(i);
      }
    }
    if (places.size() < 2) {
      return Ranking.none("fewer than two runs have it");
    }
    List<Figure> known = places.stream().map(i -> figures.get(i).orElseThrow()).toList();
    return obstacle(direction, places, known)
        .map(Ranking::none)
        .orElseGet(() -> new Ranking(best(direction, places, known), caution(known.get(0))));
  }

  private Optional<String> obstacle(Direction direction, List<Integer> places, List<Figure> known) {
    if (places.stream().map(data::get).distinct().count() > 1) {
      return Optional.of("different data, or other splits of them");
    }
    if (distinct(known, Figure::unit) > 1) {
      return Optional.of("different units");
    }
    if (distinct(known, Figure::settings) > 1) {
      return Optional.of("measured with different settings");
    }
    if (distinct(known, f -> f.bound().map(Bound::holds)) > 1) {
      return Optional.of("a bound for some, not for others");
    }
    if (distinct(known, Figure::bound) > 1) {
      return Optional.of(
          known.get(0).bound().filter(Bound::holds).isPresent()
              ? "bounds on different quantities"
              : "not bounds, for different reasons");
    }
    return direction == Direction.NEITHER
        ? Optional.of("neither less nor more is better by itself")
        : Optional.empty();
  }

  /** What is compared is not what a reader may take it for. */
  private static String caution(Figure one) {
    return one.bound()
        .filter(b -> !b.holds())
        .map(b -> "none is a bound: " + b.reason())
        .orElse("");
  }

  private static long distinct(List<Figure> figures, Function<Figure, Object> part) {
    return figures.stream().map(part).distinct().count();
  }

  private static Set<Integer> best(Direction direction, List<Integer> places, List<Figure> known) {
    Figure best = known.get(0);
    for (Figure figure : known) {
      best = direction.gain(figure.value(), best.value()) > 0 ? figure : best;
    }
    Set<Integer> level = new HashSet<>();
    for (int i = 0; i < known.size(); i++) {
      double behind = direction.gain(best.value(), known.get(i).value());
      if (behind <= LEVEL * Math.hypot(error(best), error(known.get(i)))) {
        level.add(places.get(i));
      }
    }
    return level;
  }

  private static double error(Figure figure) {
    double error = figure.standardError().orElse(0);
    return Double.isFinite(error) ? error : 0;
  }
}
