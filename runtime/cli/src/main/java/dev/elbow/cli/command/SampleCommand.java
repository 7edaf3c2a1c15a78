package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.density.CodeDensities.Found;
import dev.elbow.engine.density.CodeDensities.Subject;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generation.Show;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code elbow sample}. */
@CommandLine.Command(
    name = "sample",
    header = "Draw new examples from a trained model.",
    description =
        "Draws z from the prior, or from a density fitted to the codes of the training data, and"
            + " shows the mean of p(x|z), as a picture.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow sample runs/rho",
      "  elbow sample runs/rho --count 100 --seed 7 --out more.png",
      "  elbow sample runs/rho --from mixture --components 10"
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

  @Mixin private CodeSource source;

  SampleCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.check(out, ".png");
    Outputs.checkCount(count, MOST, "samples");
    source.check();
  }

  @Override
  void run(OpenRun run, Trained trained) {
    long from = seed == null ? run.header().seed() : seed;
    Show show = noise ? Show.SAMPLE : Show.MEAN;
    Optional<Found> density =
        source.densityFor(run.model()).map(kind -> density(run, trained, kind));
    Tensor codes =
        density.isPresent()
            ? density.get().density().mixture().sample(count, from)
            : trained.engine().generator().prior(run.model(), count, from);
    try (GenerationBar bar = new GenerationBar(console())) {
      Generation how = new Generation(show, from, run.epoch(), bar);
      trained.engine().album().decoded(run.model(), codes, how, out);
    }
    Optional<DensityReport> report =
        density.map(found -> new DensityReport(run.folder().path(), found));
    if (console().json()) {
      ObjectNode json = RunJson.of(run.folder().path(), out);
      json.put("count", count).put("seed", from).put("from", source.nameFor(run.model()));
      report.ifPresent(r -> json.set("density", r.json()));
      console().document(json);
    } else {
      report.ifPresent(r -> r.print(console()));
      console().text().printf("%d samples in %s%n", count, console().show(out));
    }
  }

  private Found density(OpenRun run, Trained trained, DensityKind kind) {
    DensityProgress progress = new DensityProgress(console());
    Subject subject = run.subject(() -> run.data(trained.data()));
    try {
      return new CodeDensities(trained.engine().generator()).find(subject, kind, progress);
    } finally {
      progress.close();
    }
  }
}
