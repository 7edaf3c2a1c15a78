package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Paint;
import dev.elbow.cli.output.ShellWords;
import dev.elbow.cli.output.Table;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.RunFolder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last words of a training: figures, where things are, what to try next. */
final class RunSummary {
  private final Context context;
  private final Console console;
  private final PrintStream text;
  private final Paint paint;

  RunSummary(Context context) {
    this.context = context;
    this.console = context.console();
    this.text = console.text();
    this.paint = console.paint();
  }

  void trained(TrainingReport report) {
    String how = report.outcome() == Outcome.STOPPED_EARLY ? "stopped early" : "done";
    text.println();
    text.println(
        paint.green(how) + " in " + Numbers.duration(report.seconds()) + ", on the test set:");
    text.println();
    new MetricsTable(console).print(report.metrics());
    text.println();
    files(RunFolder.open(report.run()));
    text.println();
    next(report.run());
  }

  void interrupted(Path run) {
    text.println();
    text.println(paint.yellow("interrupted") + ", everything is saved. Continue with");
    text.println("  " + command("resume " + shown(run)));
  }

  private void files(RunFolder run) {
    Table table = new Table(2);
    table.row("run", console.show(run.path()));
    addFile(table, "samples", run.images().resolve("samples.png"));
    addFile(table, "reconstructions", run.images().resolve("reconstructions.png"));
    addFile(table, "loss", run.images().resolve("loss.png"));
    addFile(table, "report", run.report());
    table.lines(Integer.MAX_VALUE).forEach(text::println);
  }

  private void addFile(Table table, String name, Path file) {
    if (Files.exists(file)) {
      table.row(name, console.show(file));
    }
  }

  private void next(Path run) {
    Path config = run.resolve("config.yaml");
    text.println("try next");
    text.println("  " + command("sample " + shown(run) + " --count 100 --out samples.png"));
    text.println("  " + command("reconstruct " + shown(run) + " --out pairs.png"));
    text.println("  " + command(other(run, config)));
  }

  private String other(Path run, Path config) {
    return switch (posterior(YamlReader.read(config))) {
      case "point" -> "pca " + shown(run);
      case "ar1" -> "train " + shown(config) + " --set model.posterior=diagonal";
      default -> "train " + shown(config) + " --set model.posterior=ar1";
    };
  }

  private static String posterior(ConfigNode config) {
    return config instanceof MapNode root
            && root.get("model") instanceof MapNode model
            && model.get("posterior") instanceof MapNode posterior
            && posterior.get("type") instanceof ScalarNode type
        ? type.text()
        : "";
  }

  private String command(String arguments) {
    return paint.cyan(context.command() + " " + arguments);
  }

  private String shown(Path path) {
    return ShellWords.quote(console.show(path));
  }
}
