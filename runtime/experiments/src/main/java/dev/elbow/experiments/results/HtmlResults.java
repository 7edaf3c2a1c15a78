package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Column;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.report.html.Gallery;
import dev.elbow.report.html.HtmlTable;
import dev.elbow.report.html.Page;
import dev.elbow.report.html.Tag;
import dev.elbow.runs.Picture;
import java.util.ArrayList;
import java.util.List;

/** {@code results.html}: everything on one page that needs no network. */
public final class HtmlResults {
  private static final String ABSENT = "–";

  private final Results results;
  private final SettingName names;

  private HtmlResults(Results results) {
    this.results = results;
    this.names = results.names();
  }

  /** The page. */
  public static String write(Results results) {
    return new HtmlResults(results).html();
  }

  private String html() {
    Experiment experiment = results.experiment();
    Page page = new Page(experiment.name() + ", " + results.size().name() + " size");
    page.header(Tag.of("p", experiment.description()).set("class", "lead"));
    for (String line : Words.head(results)) {
      page.header(Tag.of("p", line));
    }
    List<Tag> plots = new Plots(results).tags();
    return page.section("Against the published figures", comparisons())
        .section("Claims", claims())
        .section("Figures", figures())
        .section(
            "Plots",
            plots.isEmpty() ? List.of() : List.of(Tag.of("div").set("class", "charts").add(plots)))
        .section("Samples", pictures("samples.png", "Samples"))
        .section("Reconstructions", pictures("reconstructions.png", "Reconstructions"))
        .section("Remarks", remarks())
        .render();
  }

  private List<Tag> comparisons() {
    if (results.comparisons().isEmpty()) {
      return List.of();
    }
    HtmlTable table =
        new HtmlTable(
            "Published figures and ours.",
            List.of(
                "Setting",
                "Figure",
                "Published",
                "Ours",
                "Ours a bound?",
                "Seeds",
                "Training",
                "Verdict"));
    for (Comparison comparison : results.comparisons()) {
      table.row(
          names.of(comparison.setting().coordinates()),
          List.of(
              comparison.published().figure(),
              Words.published(comparison.published()),
              comparison.ours().map(Summary::text).orElse(ABSENT),
              comparison.ours().map(Words::bound).orElse(""),
              Long.toString(comparison.setting().seeds()),
              comparison.training(),
              (comparison.verdict() + " " + comparison.published().why()).strip()));
    }
    return List.of(table.tag(), Tag.of("p", Words.sources(results)));
  }

  private List<Tag> claims() {
    List<Tag> tags = new ArrayList<>();
    for (ClaimResult claim : results.claims()) {
      Tag instances = Tag.of("ul");
      claim
          .instances()
          .forEach(i -> instances.add(Tag.of("li", (i.holds() ? "" : "not so: ") + i.text())));
      tags.add(
          Tag.of("p").add(Tag.of("strong", claim.verdict())).text(": " + claim.claim().text()));
      tags.add(instances);
      if (claim.holding() < claim.instances().size()) {
        claim.claim().why().ifPresent(why -> tags.add(Tag.of("p", why)));
      }
    }
    return tags;
  }

  private List<Tag> figures() {
    List<String> head = new ArrayList<>(List.of("Setting"));
    results.experiment().columns().stream().map(Column::title).forEach(head::add);
    head.addAll(List.of("Epochs", "Seeds"));
    HtmlTable table = new HtmlTable("Figures of each setting.", head);
    for (Setting setting : results.settings()) {
      List<String> cells = new ArrayList<>();
      for (Column column : results.experiment().columns()) {
        cells.add(setting.summary(column.figure()).map(Summary::text).orElse(ABSENT));
      }
      cells.addAll(List.of(Digits.epochs(setting.epochs()), Long.toString(setting.seeds())));
      table.row(names.of(setting.coordinates()), cells);
    }
    List<Tag> tags = new ArrayList<>(List.of(table.tag(), Tag.of("p", Words.SPREAD)));
    Words.bounds(results).forEach(sentence -> tags.add(Tag.of("p", sentence)));
    return tags;
  }

  /** Of the first seed of each setting. */
  private List<Tag> pictures(String file, String title) {
    Tag side = Tag.of("div").set("class", "side");
    boolean any = false;
    for (Setting setting : results.settings()) {
      String name = names.of(setting.coordinates());
      Picture picture = new Picture(file, name, title + " of " + name, "");
      var figure = Gallery.figure(setting.cells().get(0).folder().resolve("images"), picture);
      any |= figure.isPresent();
      figure.ifPresent(side::add);
    }
    return any ? List.of(side) : List.of();
  }

  private List<Tag> remarks() {
    List<String> remarks = Words.remarks(results);
    Tag list = Tag.of("ul").set("class", "remarks");
    remarks.forEach(remark -> list.add(Tag.of("li", remark)));
    return remarks.isEmpty() ? List.of() : List.of(list);
  }
}
