package dev.elbow.cli.command;

import dev.elbow.cli.host.StartedBackend;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Paint;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.engine.training.EpochFigures;
import dev.elbow.engine.training.TrainingListener;
import dev.elbow.engine.training.TrainingStart;
import dev.elbow.launcher.StartTrace;
import java.util.Locale;
import java.util.StringJoiner;

/** Shows a training: a line that moves on a terminal, and one line an epoch that stays. */
final class TrainingProgress implements TrainingListener {
  private static final int BAR = 20;

  private final Console console;
  private final Paint paint;
  private final LiveLine live;
  private final String name;
  private final StartedBackend backend;
  private double secondsLeft = Double.NaN;
  private int tracedSteps;

  TrainingProgress(Console console, String name, StartedBackend backend) {
    this.console = console;
    this.paint = console.paint();
    this.live = new LiveLine(console);
    this.name = name;
    this.backend = backend;
  }

  @Override
  public void started(TrainingStart start) {
    StartTrace.mark("the model is assembled");
    console
        .text()
        .printf(
            "%s  %s, %s images, %s parameters%n",
            paint.bold(name),
            start.data(),
            Numbers.count(start.trainingImages()),
            Numbers.count(start.parameters()));
    console
        .text()
        .printf(
            "%s, %s, %d %s; %s%n",
            backend.choice().device().label(),
            backend.info().blasVendor().toLowerCase(Locale.ROOT),
            backend.threads(),
            backend.threads() == 1 ? "thread" : "threads",
            String.join("; ", start.terms()));
    console.text().println(paint.dim(console.show(start.run())));
    if (start.fromStep() > 0) {
      console.text().println("continues after step " + Numbers.count(start.fromStep()));
    }
    console.text().println();
    console.text().flush();
  }

  @Override
  public void stepped(EpochFigures figures, double fraction, double left) {
    trace();
    secondsLeft = left;
    if (live.isDue()) {
      live.show(epoch(figures) + "  " + bar(fraction) + left() + "  " + figures(figures));
    }
  }

  @Override
  public void epochDone(EpochFigures figures) {
    live.settle(epoch(figures) + "  " + figures(figures) + validation(figures) + left());
  }

  @Override
  public void measured(int epoch, MetricReport report) {
    live.clear();
    console.text().println("epoch " + epoch + " measured:");
    new MetricsTable(console).print(report.figures());
    report
        .refused()
        .forEach((name, reason) -> console.note("not measured: " + name + ": " + reason.problem()));
  }

  @Override
  public void remark(String text) {
    live.clear();
    console.note(text);
  }

  @Override
  public void shared(String how) {
    live.clear();
    console.text().println(paint.dim("steps: " + how));
  }

  private void trace() {
    if (tracedSteps < 2) {
      tracedSteps++;
      StartTrace.mark("step " + tracedSteps + " is done");
    }
  }

  private static String epoch(EpochFigures figures) {
    int width = Integer.toString(figures.epochs()).length();
    return String.format(
        Locale.ROOT, "epoch %" + width + "d/%d", figures.epoch(), figures.epochs());
  }

  private String bar(double fraction) {
    int done = (int) Math.round(BAR * Math.min(1, Math.max(0, fraction)));
    return paint.green(console.symbol("\u2501", "#").repeat(done))
        + paint.dim(console.symbol("\u2501", ".").repeat(BAR - done));
  }

  private static String figures(EpochFigures figures) {
    StringJoiner text = new StringJoiner("  ");
    text.add("objective " + Numbers.figure(figures.objective()));
    text.add("reconstruction " + Numbers.figure(figures.reconstruction()));
    figures.terms().forEach((term, value) -> text.add(term + " " + Numbers.figure(value)));
    text.add(Numbers.count(Math.round(figures.imagesPerSecond())) + " images/s");
    return text.toString();
  }

  private static String validation(EpochFigures figures) {
    return figures.validation().isPresent()
        ? "  validation " + Numbers.figure(figures.validation().getAsDouble())
        : "";
  }

  private String left() {
    return "  " + Numbers.clock(secondsLeft) + " left";
  }
}
