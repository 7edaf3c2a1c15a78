package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Column;
import dev.elbow.experiments.grid.Experiment;
import java.util.ArrayList;
import java.util.List;

/** {@code table.md}: the results for people, and for a repository. */
public final class MarkdownResults {
  private final Results results;
  private final SettingName names;
  private final StringBuilder text = new StringBuilder();

  private MarkdownResults(Results results) {
    this.results = results;
    this.names = results.names();
  }

  /** The document. */
  public static String write(Results results) {
    MarkdownResults document = new MarkdownResults(results);
    document.head();
    document.comparisons();
    document.figures();
    document.claims();
    document.remarks();
    return document.text.toString();
  }

  private void head() {
    Experiment experiment = results.experiment();
    line("# " + experiment.name() + ", " + results.size().name() + " size");
    paragraph(experiment.description());
    line("");
    Words.head(results).forEach(line -> line("- " + line));
  }

  private void comparisons() {
    if (results.comparisons().isEmpty()) {
      return;
    }
    line("");
    line("## Against the published figures");
    line("");
    row(
        List.of(
            "setting",
            "figure",
            "published",
            "ours",
            "ours a bound?",
            "seeds",
            "training",
            "verdict"));
    row(List.of("---", "---", "---:", "---:", "---", "---:", "---", "---"));
    for (Comparison comparison : results.comparisons()) {
      String why = comparison.published().why();
      row(
          List.of(
              names.of(comparison.setting().coordinates()),
              comparison.published().figure(),
              Words.published(comparison.published()),
              comparison.ours().map(Summary::text).orElse("—"),
              comparison.ours().map(Words::bound).orElse(""),
              Long.toString(comparison.setting().seeds()),
              comparison.training(),
              comparison.verdict() + (why.isEmpty() ? "" : " " + why)));
    }
    paragraph(Words.sources(results));
  }

  private void figures() {
    line("");
    line("## Figures");
    line("");
    List<String> head = new ArrayList<>(names.axes());
    results.experiment().columns().forEach(column -> head.add(column.title()));
    head.addAll(List.of("epochs", "seeds"));
    row(head);
    row(head.stream().map(name -> names.axes().contains(name) ? "---" : "---:").toList());
    for (Setting setting : results.settings()) {
      List<String> cells = new ArrayList<>();
      names.axes().forEach(axis -> cells.add(names.title(axis, setting.coordinates())));
      for (Column column : results.experiment().columns()) {
        cells.add(setting.summary(column.figure()).map(Summary::text).orElse("—"));
      }
      cells.addAll(List.of(Digits.epochs(setting.epochs()), Long.toString(setting.seeds())));
      row(cells);
    }
    paragraph(Words.SPREAD);
    Words.bounds(results).forEach(this::paragraph);
  }

  private void claims() {
    if (results.claims().isEmpty()) {
      return;
    }
    line("");
    line("## Claims");
    for (ClaimResult claim : results.claims()) {
      line("");
      line("- **" + claim.verdict() + "**: " + claim.claim().text());
      claim.instances().forEach(i -> line("  - " + (i.holds() ? "" : "not so: ") + i.text()));
      if (claim.holding() < claim.instances().size()) {
        claim.claim().why().ifPresent(why -> line("  - " + why));
      }
    }
  }

  private void remarks() {
    List<String> remarks = Words.remarks(results);
    if (!remarks.isEmpty()) {
      line("");
      line("## Remarks");
      line("");
      remarks.forEach(remark -> line("- " + remark));
    }
  }

  private void paragraph(String paragraph) {
    if (!paragraph.isBlank()) {
      line("");
      line(paragraph.strip());
    }
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList()) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
