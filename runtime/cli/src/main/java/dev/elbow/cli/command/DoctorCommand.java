package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.ExitCode;
import dev.elbow.cli.doctor.Doctor;
import dev.elbow.cli.doctor.Finding;
import dev.elbow.cli.doctor.Finding.Status;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Paint;
import dev.elbow.cli.output.Table;
import dev.elbow.launcher.Device;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code elbow doctor}. */
@CommandLine.Command(
    name = "doctor",
    header = "Check this machine and this installation.",
    description =
        "Looks at Java, memory, the backend, threads, data, plugins and fonts, and says what to do"
            + " about what is not right. Ends with 1 if something keeps Elbow from working, with 0"
            + " otherwise.",
    footerHeading = "%nExamples:%n",
    footer = {"  elbow doctor", "  elbow doctor --backend cuda --json"})
final class DoctorCommand extends BaseCommand {
  private static final int TOPIC_WIDTH = 8;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  DoctorCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    Device device = backend.device().orElse(Device.AUTO);
    List<Finding> findings = Doctor.here(context(), System.getenv(), device, data.folder()).look();
    if (console().json()) {
      console().document(json(findings));
    } else {
      findings.forEach(this::print);
      console().text().println();
      console().text().println(verdict(findings));
    }
    return worst(findings) == Status.PROBLEM ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void print(Finding finding) {
    Paint paint = console().paint();
    String status = String.format("%-7s", finding.status().label());
    String colored =
        switch (finding.status()) {
          case OK -> paint.green(status);
          case WARNING -> paint.yellow(status);
          case PROBLEM -> paint.red(status);
        };
    String indent = " ".repeat(status.length() + 2);
    String topic = String.format("%-" + TOPIC_WIDTH + "s", finding.topic());
    int width = console().terminal().columns() - indent.length() - TOPIC_WIDTH - 2;
    List<String> lines = Table.wrap(finding.text(), width);
    console().text().println(colored + "  " + topic + "  " + lines.get(0));
    String below = indent + " ".repeat(TOPIC_WIDTH + 2);
    lines.stream().skip(1).forEach(line -> console().text().println(below + line));
    if (!finding.fix().isEmpty()) {
      Table.wrap("fix: " + finding.fix(), width)
          .forEach(line -> console().text().println(below + line));
    }
  }

  private static String verdict(List<Finding> findings) {
    return switch (worst(findings)) {
      case OK -> "Everything is fine.";
      case WARNING -> "Elbow works; see the warnings above.";
      case PROBLEM -> "Elbow does not work here yet; see the problems above.";
    };
  }

  private static Status worst(List<Finding> findings) {
    return findings.stream().map(Finding::status).max(Status::compareTo).orElse(Status.OK);
  }

  private static ObjectNode json(List<Finding> findings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", worst(findings).label());
    ArrayNode list = json.putArray("findings");
    findings.forEach(finding -> list.add(finding.toJson()));
    return json;
  }
}
