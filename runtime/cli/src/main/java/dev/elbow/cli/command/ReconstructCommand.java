package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generation.Show;
import dev.elbow.engine.experiment.OpenRun;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code elbow reconstruct}. */
@CommandLine.Command(
    name = "reconstruct",
    header = "Show test examples above what comes back of them.",
    footerHeading = "%nExample:%n",
    footer = "  elbow reconstruct runs/rho --count 16 --out pairs.png")
final class ReconstructCommand extends RunCommand {
  private static final int MOST = 10_000;

  @Option(
      names = "--count",
      paramLabel = "N",
      order = 10,
      defaultValue = "32",
      description = "How many, the first of the test set; by default ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 20,
      defaultValue = "pairs.png",
      description = "The picture, PNG; by default ${DEFAULT-VALUE}.")
  private Path out;

  ReconstructCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.check(out, ".png");
    Outputs.checkCount(count, MOST, "examples");
  }

  @Override
  void run(OpenRun run, Trained trained) {
    Split test = run.data(trained.data()).test();
    Outputs.checkCount(count, Math.min(MOST, test.size()), "examples of the test set");
    try (GenerationBar bar = new GenerationBar(console())) {
      Generation how = new Generation(Show.MEAN, run.header().seed(), run.epoch(), bar);
      trained.engine().album().reconstructions(run.model(), test, count, how, out);
    }
    if (console().json()) {
      ObjectNode json = RunJson.of(run.folder().path(), out);
      console().document(json.put("count", count));
    } else {
      console()
          .text()
          .printf(
              "%d test examples above their reconstructions in %s%n", count, console().show(out));
    }
  }
}
