package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elbow.cli.host.Context;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code elbow completion}. */
@CommandLine.Command(
    name = "completion",
    header = "Print a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(elbow completion)",
      "  elbow completion > ~/.local/share/bash-completion/completions/elbow"
    })
final class CompletionCommand extends SimpleCommand {
  @Spec private CommandSpec spec;

  CompletionCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    String script = AutoComplete.bash("elbow", spec.root().commandLine());
    if (console().json()) {
      console().document(JsonNodeFactory.instance.objectNode().put("script", script));
    } else {
      console().text().print(script);
    }
  }
}
