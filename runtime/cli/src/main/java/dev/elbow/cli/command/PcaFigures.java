package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.command.PcaSource.Compared;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Table;
import dev.elbow.data.DataSplits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a principal component analysis, and of a model beside it.
 *
 * @param rows by components
 * @param model of the run, if one was given
 * @param seconds that the analysis took
 */
record PcaFigures(DataSplits data, List<Row> rows, Optional<Compared> model, double seconds) {
  private static final String UNIT = "mean squared error per pixel";

  /**
   * The figures with so many components.
   *
   * @param varianceKept of the training set, from 0 to 1
   * @param pca mean squared error per pixel of the test set
   * @param model the same of the model, where its codes have as many dimensions
   */
  record Row(int components, double varianceKept, double pca, Optional<Double> model) {
    /** How much larger the model's error is: 0.01 is one percent. */
    Optional<Double> excess() {
      return model.map(error -> error / pca - 1);
    }
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("data", data.name());
    json.put("trainingImages", data.train().size()).put("testImages", data.test().size());
    json.put("features", data.shape().features());
    json.put("seconds", seconds).put("unit", UNIT);
    model.ifPresent(
        m -> {
          json.put("run", m.run().toAbsolutePath().normalize().toString());
          json.put("name", m.name()).put("latent", m.latent());
        });
    ArrayNode list = json.putArray("components");
    for (Row row : rows) {
      ObjectNode one = list.addObject().put("components", row.components());
      one.put("varianceKept", row.varianceKept()).put("pca", row.pca());
      row.model().ifPresent(error -> one.put("model", error));
      row.excess().ifPresent(excess -> one.put("excess", excess));
    }
    return json;
  }

  void print(Console console) {
    console
        .text()
        .printf(
            "%s of %s, %s training images, in %s%n",
            console.paint().bold("principal components"),
            data.name(),
            Numbers.count(data.train().size()),
            Numbers.duration(seconds));
    console.text().printf("%s of %s test images:%n%n", UNIT, Numbers.count(data.test().size()));
    List<String> lines = table().lines(console.tableWidth());
    console.text().println(console.paint().bold(lines.get(0)));
    lines.stream().skip(1).forEach(console.text()::println);
  }

  private Table table() {
    Table table = new Table(2).right(0).right(1).right(2);
    table.row(cells("COMPONENTS", "VARIANCE KEPT", "PCA", model.map(Compared::name).orElse("")));
    for (Row row : rows) {
      String beside =
          row.model()
              .map(error -> "%s  %s".formatted(error(error), percent("%+.1f", row.excess())))
              .orElse("");
      table.row(
          cells(
              Integer.toString(row.components()),
              percent("%.1f", Optional.of(row.varianceKept())),
              error(row.pca()),
              beside));
    }
    return table;
  }

  private String[] cells(String components, String kept, String pca, String beside) {
    List<String> cells = new ArrayList<>(List.of(components, kept, pca));
    model.ifPresent(m -> cells.add(beside));
    return cells.toArray(String[]::new);
  }

  private static String error(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  private static String percent(String format, Optional<Double> part) {
    return String.format(Locale.ROOT, format + " %%", 100 * part.orElseThrow());
  }
}
