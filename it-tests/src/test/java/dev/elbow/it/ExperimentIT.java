package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid of runs. */
class ExperimentIT {
  private static final String GRID =
      """
      name: grid
      description: Two posteriors on a few images.
      base:
      %s
      axes:
        posterior:
          diagonal: {model.posterior: diagonal}
          ar1: {model.posterior: ar1}
      seeds: [1]
      metrics: [active-units]
      columns: [test.negativeElbo, test.activeUnits]
      """
          .formatted(
              Configuration.TINY
                  .indent(2)
                  .replace("  name: tiny\n", "")
                  .replace("  seed: 7\n", ""));

  @TempDir static Path folder;

  private static Elbow elbow;

  @BeforeAll
  static void run() throws IOException {
    elbow = Elbow.in(folder);
    Configuration.write(folder, "grid.yaml", GRID);
    elbow.run("experiment", "grid.yaml", "--out", "grid").exits(0);
  }

  @Test
  void everyCellIsAnOrdinaryRun() throws IOException {
    assertThat(folder.resolve("grid/cells/diagonal-seed1/config.yaml")).exists();
    elbow.run("evaluate", "grid/cells/ar1-seed1").exits(0);
  }

  @Test
  void theTableHasARowForEachSettingAndAColumnForEachFigure() throws IOException {
    assertThat(Files.readString(folder.resolve("grid/table.md")))
        .contains("diagonal", "ar1", "test.activeUnits");
    assertThat(folder.resolve("grid/table.json")).isNotEmptyFile();
  }

  @Test
  void theSameCommandAgainTrainsNothing() throws IOException {
    Path model = new Trained(folder.resolve("grid/cells/ar1-seed1")).model();
    FileTime before = Files.getLastModifiedTime(model);

    elbow.run("experiment", "grid.yaml", "--out", "grid").exits(0);

    assertThat(Files.getLastModifiedTime(model)).isEqualTo(before);
  }

  @Test
  void aFolderOfAnotherGridIsRefusedWithBothValues() throws IOException {
    Configuration.write(folder, "longer.yaml", GRID.replace("epochs: 2", "epochs: 3"));

    assertThat(elbow.run("experiment", "longer.yaml", "--out", "grid").exits(2).err())
        .contains("training.epochs", "2", "3");
  }

  @Test
  void theShippedComparisonsListTheirCells() throws IOException {
    for (String paper : new String[] {"rho-vae", "infovae", "tutorial", "balanced-elbo", "flows"}) {
      for (String size : new String[] {"--quick", "--full"}) {
        assertThat(elbow.run("reproduce", paper, size, "--list").exits(0).out()).contains("seed1");
      }
    }
  }

  @Test
  void aPaperThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
    assertThat(elbow.run("reproduce", "rho").exits(2).err()).contains("rho-vae");
  }
}
