package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.report.comparison.Comparison;
import dev.elbow.report.comparison.ComparisonJson;
import dev.elbow.report.comparison.ComparisonPage;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow compare}. */
@CommandLine.Command(
    name = "compare",
    header = "Put runs side by side: figures, curves, samples, differences.",
    description =
        "Names the best at a figure only where the runs compare, and says why not elsewhere. Reads"
            + " what the runs keep; elbow evaluate --metrics adds figures to them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow compare runs/diagonal runs/rho",
      "  elbow compare runs/* --out all.html",
      "  elbow compare runs/diagonal runs/rho --json"
    })
final class CompareCommand extends SimpleCommand {
  private static final String ENDING = ".html";

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "The runs' folders, two or more.")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 10,
      defaultValue = "compare.html",
      description = "The page; by default ${DEFAULT-VALUE}.")
  private Path out;

  CompareCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    Outputs.check(out, ENDING);
    checkFolder();
    Comparison comparison = Comparison.of(runs);
    AtomicFiles.write(out, new ComparisonPage(comparison).html());
    if (console().json()) {
      ObjectNode json = ComparisonJson.of(comparison);
      console().document(json.put("out", out.toAbsolutePath().normalize().toString()));
    } else {
      new ComparisonText(console()).print(comparison);
      console().text().printf("%npage with curves and pictures in %s%n", console().show(out));
    }
  }

  private void checkFolder() {
    Path folder = out.toAbsolutePath().normalize().getParent();
    boolean writable = Files.exists(out) ? Files.isWritable(out) : Files.isWritable(folder);
    if (Files.isDirectory(folder) && !writable) {
      throw new InputException(
          "CLI-OUT",
          "expected a file that can be written, found no right to write " + out,
          "--out",
          "Name a file in a folder of yours.");
    }
  }
}
