package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Table;
import dev.elbow.data.DataFolder;
import dev.elbow.data.Dataset;
import dev.elbow.data.Datasets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code elbow data list}. */
@CommandLine.Command(name = "list", header = "List the named datasets, and which of them are here.")
final class DataListCommand extends SimpleCommand {
  @Mixin private DataArgument data;

  DataListCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    DataFolder folder = data.folder();
    if (console().json()) {
      console().document(json(folder));
      return;
    }
    Table table = new Table(0).row("NAME", "HERE", "LICENCE", "DESCRIPTION");
    for (Dataset dataset : Datasets.all()) {
      table.row(dataset.name(), here(dataset, folder), dataset.license(), dataset.description());
    }
    List<String> lines = table.lines(console().tableWidth());
    console().text().println(console().paint().bold(lines.get(0)));
    lines.stream().skip(1).forEach(console().text()::println);
    console().text().println();
    console().text().println("Data folder: " + console().show(folder.path()));
    if (Datasets.all().stream().anyMatch(dataset -> !folder.has(dataset))) {
      String fetch = context().command() + " data fetch NAME";
      console().text().println("Get one: " + console().paint().cyan(fetch));
    }
  }

  private static String here(Dataset dataset, DataFolder folder) {
    if (dataset.embedded()) {
      return "built in";
    }
    return folder.has(dataset) ? "yes" : "no";
  }

  private static ObjectNode json(DataFolder folder) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("folder", folder.path().toAbsolutePath().toString());
    ArrayNode list = json.putArray("datasets");
    for (Dataset dataset : Datasets.all()) {
      ObjectNode entry = list.addObject().put("name", dataset.name());
      entry.put("here", folder.has(dataset)).put("embedded", dataset.embedded());
      entry.put("license", dataset.license()).put("description", dataset.description());
      entry.put("source", dataset.source().map(Object::toString).orElse(null));
    }
    return json;
  }
}
