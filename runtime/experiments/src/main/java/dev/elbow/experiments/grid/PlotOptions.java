package dev.elbow.experiments.grid;

/**
 * A picture of the figures.
 *
 * @param title what stands above it
 * @param where which cells
 * @param x an axis whose values are numbers, or {@code epoch}
 * @param y a figure, or with {@code epoch} a key of the training's log
 */
public record PlotOptions(String title, Selector where, String x, String y) {
  /** The x of a plot over the training. */
  public static final String EPOCH = "epoch";
}
