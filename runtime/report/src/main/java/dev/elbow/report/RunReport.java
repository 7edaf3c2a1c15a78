package dev.elbow.report;

import dev.elbow.report.html.Gallery;
import dev.elbow.report.html.Page;
import dev.elbow.report.html.Tag;
import dev.elbow.report.record.Remark;
import dev.elbow.report.record.RunRecord;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.ElbowException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code report.html} of a run: all that is known of it on one page that needs no network. */
public final class RunReport {

  /** What the curves of the page show already, drawn sharper. */
  private static final String LOSS = "loss.png";

  private RunReport() {}

  /**
   * Writes the page from what is in the run's folder, atomically. A run that is not finished gets a
   * page that says so.
   *
   * @return the page's file
   * @throws ElbowException if a file of the run is damaged, or the disk refuses
   */
  public static Path write(RunFolder folder) {
    AtomicFiles.write(folder.report(), html(RunRecord.read(folder)));
    return folder.report();
  }

  static String html(RunRecord run) {
    return new Page("Report of " + run.name())
        .header(Tag.of("p", Summary.of(run)).set("class", "lead"))
        .section("Remarks", remarks(run.remarks()))
        .section("Figures", FigureSection.of(run))
        .section("Curves", CurveSection.of(run))
        .section("Pictures", pictures(run))
        .section("Configuration", OriginSection.configuration(run))
        .section("Origin", OriginSection.manifest(run))
        .render();
  }

  private static List<Tag> remarks(List<Remark> remarks) {
    if (remarks.isEmpty()) {
      return List.of();
    }
    Tag list = Tag.of("ul").set("class", "remarks");
    for (Remark remark : remarks) {
      Tag item = Tag.of("li").add(Tag.of("strong", title(remark)));
      list.add(item.text(remark.text()).set("class", remark.over() ? "over" : "found"));
    }
    return List.of(Tag.of("p", "What the collapse doctor said while the model was trained."), list);
  }

  /** The finding too, unless the text begins with it. */
  private static String title(Remark remark) {
    String epoch = "Epoch " + remark.epoch();
    return remark.text().startsWith(remark.finding())
        ? epoch + ": "
        : epoch + ", " + remark.finding() + (remark.over() ? " is over. " : ". ");
  }

  private static List<Tag> pictures(RunRecord run) {
    boolean curves = !run.curves().byFigure().isEmpty();
    List<Tag> figures =
        run.pictures().stream()
            .filter(picture -> !curves || !picture.file().equals(LOSS))
            .map(picture -> Gallery.figure(run.folder().images(), picture))
            .flatMap(Optional::stream)
            .toList();
    if (figures.isEmpty()) {
      return List.of(
          Tag.of("p", "There are no pictures yet. They come at the end of the training."));
    }
    return List.of(Tag.of("div").set("class", "gallery").add(figures));
  }
}
