package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Table;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.run.CellInspector;
import dev.elbow.experiments.run.CellStatus;
import java.util.List;
import java.util.Locale;

/** The cells of an experiment and how far they are. */
record CellList(Console console, CellInspector inspector) {

  void print(GridCommand.Task task, List<Cell> cells) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Table table = new Table(2).right(1);
    for (Cell cell : cells) {
      CellStatus status = inspector.inspect(cell);
      int planned = cell.command() == CellCommand.TRAIN ? CellInspector.plannedEpochs(cell) : 0;
      ObjectNode one = list.addObject().put("cell", cell.name()).put("seed", cell.seed());
      one.put("state", status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.put("epochs", status.epochs()).put("planned", planned);
      status.differences().forEach(d -> one.withArray("differences").add(d.toString()));
      String words = status.state().words();
      String epochs = planned == 0 ? "" : "%.0f of %d epochs".formatted(status.epochs(), planned);
      String more =
          status.differences().isEmpty() ? "" : ": " + status.differences().get(0).toString();
      table.row(cell.name(), epochs, words + more);
    }
    if (console.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("experiment", task.experiment().name()).put("size", task.size().name());
      json.put("out", task.out().toAbsolutePath().normalize().toString()).set("cells", list);
      console.document(json);
      return;
    }
    console
        .text()
        .printf(
            "%s, %s size: %d cells in %s%n%n",
            console.paint().bold(task.experiment().name()),
            task.size().name(),
            cells.size(),
            console.show(task.out()));
    table.lines(console.tableWidth()).forEach(console.text()::println);
  }
}
