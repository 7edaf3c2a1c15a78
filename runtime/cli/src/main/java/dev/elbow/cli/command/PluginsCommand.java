package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Paint;
import dev.elbow.cli.output.Table;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;

/** {@code elbow plugins}. */
@CommandLine.Command(
    name = "plugins",
    header = "List the plugins, with what is wrong with those that cannot be used.",
    description =
        "A plugin is a jar in the folder plugins/ of the installation; those that come with Elbow"
            + " are in bundles/.",
    subcommands = DescribeCommand.class,
    synopsisSubcommandLabel = "[describe NAME]",
    footerHeading = "%nExamples:%n",
    footer = {"  elbow plugins", "  elbow plugins describe ar1"})
final class PluginsCommand extends SimpleCommand {
  private static final Comparator<PluginRecord> BY_ROLE_AND_NAME =
      Comparator.comparing(PluginRecord::role, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(PluginRecord::name);

  PluginsCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    PluginSnapshot snapshot = context().workbench().plugins();
    if (console().json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      snapshot.plugins().stream()
          .sorted(BY_ROLE_AND_NAME)
          .forEach(plugin -> array.add(PluginJson.of(plugin)));
      console().document(array);
      return;
    }
    active(snapshot.active().stream().sorted(BY_ROLE_AND_NAME).toList());
    failed(snapshot.failed());
    console().text().println();
    console()
        .text()
        .println(
            "Options of one: "
                + console().paint().cyan(context().command() + " plugins describe NAME"));
  }

  private void active(List<PluginRecord> plugins) {
    Table table = new Table(0).row("ROLE", "NAME", "VERSION", "BUNDLE", "STATE", "DESCRIPTION");
    for (PluginRecord plugin : plugins) {
      table.row(
          plugin.role().label(),
          plugin.name(),
          plugin.version(),
          plugin.bundle(),
          PluginJson.state(plugin),
          plugin.description());
    }
    List<String> lines = table.lines(console().tableWidth());
    console().text().println(console().paint().bold(lines.get(0)));
    lines.stream().skip(1).forEach(console().text()::println);
  }

  private void failed(List<PluginRecord> plugins) {
    PrintStream text = console().text();
    Paint paint = console().paint();
    for (PluginRecord plugin : plugins) {
      text.println();
      String jar = plugin.jar() == null ? "" : "  " + console().show(plugin.jar());
      String role = plugin.role() == null ? "" : plugin.role().label() + " ";
      text.println(paint.red("failed") + "  " + paint.bold(role + plugin.name()) + jar);
      text.println("  reason: " + plugin.reason());
      text.println("  fix:    " + plugin.fix());
    }
  }
}
