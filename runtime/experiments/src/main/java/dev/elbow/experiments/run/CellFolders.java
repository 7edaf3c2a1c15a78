package dev.elbow.experiments.run;

import dev.elbow.experiments.grid.Cell;
import java.nio.file.Path;

/**
 * Where an experiment keeps its things.
 *
 * @param out the experiment's folder
 */
public record CellFolders(Path out) {

  /** The run of a cell. */
  public Path run(Cell cell) {
    return out.resolve("cells").resolve(cell.name());
  }

  /** The configuration that the cell's training is started with. */
  Path configuration(Cell cell) {
    return out.resolve("configurations").resolve(cell.name() + ".yaml");
  }

  /** What the cell's processes print on standard error. */
  public Path log(Cell cell) {
    return out.resolve("logs").resolve(cell.name() + ".log");
  }

  /** What the cell's last process printed on standard output. */
  Path result(Cell cell) {
    return out.resolve("logs").resolve(cell.name() + ".json");
  }
}
