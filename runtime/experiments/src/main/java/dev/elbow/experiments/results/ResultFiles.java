package dev.elbow.experiments.results;

import dev.elbow.runs.AtomicFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the results into an experiment's folder. */
public final class ResultFiles {
  private ResultFiles() {}

  /** Writes every form; gives the files for people. */
  public static List<Path> write(Results results, Path out) {
    List<Path> files = new ArrayList<>();
    Path table = out.resolve("table.md");
    AtomicFiles.write(table, MarkdownResults.write(results));
    AtomicFiles.write(
        out.resolve("table.json"), JsonResults.write(results).toPrettyString() + "\n");
    files.add(table);
    Path page = out.resolve("results.html");
    AtomicFiles.write(page, HtmlResults.write(results));
    files.add(page);
    files.addAll(new Plots(results).write(out));
    ContactSheet.write(results, out.resolve("samples.png")).ifPresent(files::add);
    return files;
  }
}
