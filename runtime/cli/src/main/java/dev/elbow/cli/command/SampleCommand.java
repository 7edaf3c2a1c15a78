package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.engine.evaluation.Generator.Show;
import dev.elbow.engine.experiment.OpenRun;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code elbow sample}. */
@CommandLine.Command(
    name = "sample",
    header = "Draw new examples from a trained model.",
    description = "Draws z from the prior and shows the mean of p(x|z), as a picture.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow sample runs/rho",
      "  elbow sample runs/rho --count 100 --seed 7 --out more.png"
    })
final class SampleCommand extends RunCommand {
  private static final int MOST = 10_000;

  @Option(
      names = "--count",
      paramLabel = "N",
      order = 10,
      defaultValue = "64",
      description = "How many; by default ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 20,
      defaultValue = "samples.png",
      description = "The picture, PNG; by default ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 30,
      description = "Another seed gives other samples; by default the run's.")
  private Long seed;

  @Option(
      names = "--likelihood-noise",
      order = 40,
      description = "Draw x from p(x|z), with its noise, instead of showing the mean.")
  private boolean noise;

  SampleCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.check(out, ".png");
    Outputs.checkCount(count, MOST, "samples");
  }

  @Override
  void run(OpenRun run, Trained trained) {
    long from = seed == null ? run.header().seed() : seed;
    Show show = noise ? Show.SAMPLE : Show.MEAN;
    trained.engine().album().samples(run.model(), count, from, show, out);
    if (console().json()) {
      ObjectNode json = RunJson.of(run.folder().path(), out);
      console().document(json.put("count", count).put("seed", from));
    } else {
      console().text().printf("%d samples in %s%n", count, console().show(out));
    }
  }
}
