package dev.elbow.experiments.grid;

import java.util.List;

/**
 * How much of the experiment is done.
 *
 * @param name such as {@code quick}
 * @param note a sentence for the table: what is less than in the paper
 * @param adjustments in order; the first is the size's own and concerns every cell
 * @param only the cells that are wanted; all of them if empty
 * @param exclusions beside the experiment's
 */
public record Size(
    String name,
    String note,
    List<Adjustment> adjustments,
    List<Selector> only,
    List<Exclusion> exclusions) {

  /** The size of an experiment that names none. */
  public static final String DEFAULT = "default";

  public Size {
    adjustments = List.copyOf(adjustments);
    only = List.copyOf(only);
    exclusions = List.copyOf(exclusions);
  }

  /** The size with fewer cells. */
  public Size narrowed(Selector selector) {
    List<Selector> narrowed =
        only.isEmpty() ? List.of(selector) : only.stream().map(s -> s.and(selector)).toList();
    return new Size(name, note, adjustments, narrowed, exclusions);
  }

  static Size plain() {
    return new Size(DEFAULT, "", List.of(), List.of(), List.of());
  }
}
