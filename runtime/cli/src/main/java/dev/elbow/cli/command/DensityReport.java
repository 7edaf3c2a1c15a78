package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Table;
import dev.elbow.engine.density.CodeDensities.Found;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.density.FittedDensity;
import dev.elbow.engine.evaluation.Estimate;
import dev.elbow.runs.Figure;
import java.nio.file.Path;

/** How a density's fit went. */
final class DensityReport {
  private static final String UNIT = "nats per example";

  private final Path run;
  private final Found found;
  private final FittedDensity density;

  DensityReport(Path run, Found found) {
    this.run = run;
    this.found = found;
    this.density = found.density();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", density.kind().name());
    json.put("file", density.kind().fileIn(run).toAbsolutePath().normalize().toString());
    json.put("kept", found.kept());
    json.put("components", density.mixture().components());
    json.put("covariance", density.kind().covariance().label());
    json.put("codes", density.codes());
    json.put("iterations", density.iterations());
    json.put("converged", density.converged());
    json.put("seconds", density.seconds());
    json.set("train", metric(density.train()).toJson());
    json.set("heldOut", metric(density.heldOut()).toJson());
    return json;
  }

  private static Figure metric(Estimate estimate) {
    Figure metric = Figure.of(estimate.mean(), UNIT);
    return Double.isFinite(estimate.standardError())
        ? metric.withStandardError(estimate.standardError())
        : metric;
  }

  void print(Console console) {
    console.text().println(heading(console));
    Table table = new Table(2).right(1);
    row(table, console, "log density, training codes", density.train());
    row(table, console, "log density, test codes", density.heldOut());
    table.lines(console.tableWidth()).forEach(console.text()::println);
    remark(console);
  }

  private String heading(Console console) {
    String what = console.paint().bold(what(density.kind()));
    return found.kept()
        ? what + " as it was fitted before, in " + console.show(density.kind().fileIn(run))
        : "%s fitted to %s codes in %s, %d %s"
            .formatted(
                what,
                Numbers.count(density.codes()),
                Numbers.duration(density.seconds()),
                density.iterations(),
                density.iterations() == 1 ? "iteration" : "iterations");
  }

  private static String what(DensityKind kind) {
    return kind.equals(DensityKind.gaussian())
        ? "factored Gaussian"
        : "mixture of %d, %s covariance".formatted(kind.components(), kind.covariance().label());
  }

  private static void row(Table table, Console console, String name, Estimate estimate) {
    String error =
        Double.isFinite(estimate.standardError())
            ? console.symbol("\u00b1", "+-") + " " + Numbers.error(estimate.standardError())
            : "";
    table.row(name, Numbers.figure(estimate.mean(), estimate.standardError()), error, UNIT);
  }

  private void remark(Console console) {
    int left = density.mixture().components();
    if (left < density.kind().components()) {
      console.note(
          "%d of %d components are left, the others lost all codes"
              .formatted(left, density.kind().components()));
    }
    if (!density.converged()) {
      console.note("the fit was ended before it converged; its figures may still rise");
    }
  }
}
