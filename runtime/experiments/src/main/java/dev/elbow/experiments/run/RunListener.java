package dev.elbow.experiments.run;

import dev.elbow.experiments.grid.Cell;
import java.util.List;

/** Hears how an experiment goes on. */
public interface RunListener {

  /** A cell has everything. */
  void finished(Cell cell, boolean before);

  /** A cell is given up. */
  void failed(Cell cell, String reason);

  /** A cell waits for a process that is not this experiment's. */
  void waiting(Cell cell);

  /** About once a second. */
  void going(List<ActiveCell> active, int left);

  /**
   * A cell that a process is at work for.
   *
   * @param doing train, resume, evaluate or pca
   * @param epochs that are done
   * @param planned epochs, all in all
   * @param pace seconds an epoch, 0 before the first one
   */
  record ActiveCell(Cell cell, String doing, double epochs, int planned, double pace) {}
}
