package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Table;
import dev.elbow.configuration.OptionTable;
import dev.elbow.configuration.OptionTable.Choice;
import dev.elbow.configuration.OptionTable.Row;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code elbow plugins describe}. */
@CommandLine.Command(
    name = "describe",
    header = "Show the options of a plugin.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow plugins describe ar1",
      "  elbow plugins describe decoder/gaussian     where two roles have one name"
    })
final class DescribeCommand extends SimpleCommand {
  @Parameters(paramLabel = "[ROLE/]NAME", description = "The plugin.")
  private String name;

  DescribeCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    PluginSnapshot snapshot = context().workbench().plugins();
    PluginRecord plugin = new PluginFinder(snapshot).find(name);
    List<Row> rows = OptionTable.of(plugin.role(), plugin.factory());
    if (console().json()) {
      ObjectNode json = PluginJson.of(plugin);
      ArrayNode options = json.putArray("options");
      rows.forEach(row -> put(options.addObject(), row));
      console().document(json);
      return;
    }
    head(plugin);
    rows.forEach(this::print);
    if (rows.isEmpty()) {
      console().text().println("It has no options.");
    }
  }

  private static void put(ObjectNode json, Row row) {
    json.put("key", row.key()).put("type", row.type()).put("default", row.standard());
    json.put("range", row.range()).put("doc", row.doc());
    if (!row.choices().isEmpty()) {
      ArrayNode choices = json.putArray("choices");
      row.choices().forEach(c -> choices.addObject().put("name", c.name()).put("doc", c.doc()));
    }
  }

  private void head(PluginRecord plugin) {
    PrintStream text = console().text();
    String title = plugin.role().label() + " " + plugin.name();
    text.println(console().paint().bold(title) + "  " + plugin.bundle() + " " + plugin.version());
    text.println(plugin.description());
    text.println();
    text.println("  " + example(plugin));
    text.println();
  }

  /** Where it goes in a configuration. */
  private String example(PluginRecord plugin) {
    String part = "{type: " + plugin.name() + "}";
    String line =
        switch (plugin.role()) {
          case POSTERIOR -> "model: {posterior: " + part + "}";
          case PRIOR -> "model: {prior: " + part + "}";
          case DECODER -> "model: {decoder: " + part + "}";
          case NETWORK -> "model: {encoder: " + part + "}";
          case DIVERGENCE -> "objective: [" + part + "]";
          case FLOW -> "flows: [" + part + "]";
          case METRIC -> "evaluation: {metrics: [" + part + "]}";
        };
    return console().paint().cyan(line);
  }

  private void print(Row row) {
    PrintStream text = console().text();
    int width = console().terminal().columns();
    Table line = new Table(0);
    line.row(row.key(), row.type() + values(row));
    String head = line.lines(Integer.MAX_VALUE).get(0);
    text.println(console().paint().bold(row.key()) + head.substring(row.key().length()));
    if (!row.doc().isEmpty()) {
      Table.wrap(row.doc(), width - 4).forEach(part -> text.println("    " + part));
    }
    Table choices = new Table(6);
    for (Choice choice : row.choices()) {
      choices.row(choice.name(), choice.doc());
    }
    choices.lines(width).forEach(text::println);
  }

  private static String values(Row row) {
    String range = row.range().isEmpty() ? "" : ", " + row.range();
    return range
        + switch (row.standard()) {
          case "required" -> ", required";
          case "none" -> ", may be absent";
          default -> ", default " + row.standard();
        };
  }
}
