package dev.elbow.report.comparison;

import dev.elbow.runs.Figure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One figure of all runs.
 *
 * @param name of the figure
 * @param figures of the runs, in their order; empty where a run lacks it
 * @param ranking of the runs
 */
public record FigureRow(String name, List<Optional<Figure>> figures, Ranking ranking) {

  public FigureRow {
    Objects.requireNonNull(name);
    figures = List.copyOf(figures);
    Objects.requireNonNull(ranking);
  }

  /** The unit; several if the runs differ. */
  public String units() {
    return figures.stream()
        .flatMap(Optional::stream)
        .map(Figure::unit)
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
