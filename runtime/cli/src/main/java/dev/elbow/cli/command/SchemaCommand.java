package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.configuration.JsonSchema;
import dev.elbow.engine.options.ExperimentOptions;
import picocli.CommandLine;

/** {@code elbow schema}. */
@CommandLine.Command(
    name = "schema",
    header = "Print the JSON Schema of a configuration, for editors.",
    description =
        "Covers the plugins that are installed now. An editor with a YAML language server uses it"
            + " where a configuration begins with the line"
            + " `# yaml-language-server: $$schema=elbow.schema.json`.",
    footerHeading = "%nExample:%n",
    footer = "  elbow schema > elbow.schema.json")
final class SchemaCommand extends SimpleCommand {

  SchemaCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    console()
        .document(
            JsonSchema.of(ExperimentOptions.class, context().workbench().engine().registry()));
  }
}
