package dev.elbow.experiments.run;

import dev.elbow.experiments.grid.Cell;

/**
 * What became of a cell.
 *
 * @param end in a word
 * @param reason of a failure; otherwise empty
 */
public record Outcome(Cell cell, End end, String reason) {

  /** In a word. */
  public enum End {
    FINISHED,
    FAILED,
    STOPPED
  }
}
