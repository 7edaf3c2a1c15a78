package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.ExitCode;
import dev.elbow.cli.doctor.Doctor;
import dev.elbow.cli.doctor.Finding;
import dev.elbow.cli.doctor.Finding.Status;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.measure.Measurement;
import dev.elbow.cli.measure.Measurements;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Paint;
import dev.elbow.cli.output.Table;
import dev.elbow.launcher.Device;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code elbow doctor}. */
@CommandLine.Command(
    name = "doctor",
    header = "Check this machine and this installation.",
    description =
        "Looks at Java, memory, the backend, threads, data, plugins and fonts, and says what to do"
            + " about what is not right. Ends with 1 if something keeps Elbow from working, with 0"
            + " otherwise. With --measure it times training steps with every build of ND4J's native"
            + " library that lies in lib/backend-cpu or lib/backend-cpu/alternatives, each in a"
            + " process of its own, and says which to use.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow doctor",
      "  elbow doctor --backend cuda --json",
      "  elbow doctor --measure",
      "  elbow doctor --measure --step rho.yaml"
    })
final class DoctorCommand extends BaseCommand {
  private static final int TOPIC_WIDTH = 8;

  @Option(
      names = "--measure",
      order = 10,
      description = "Time the CPU's native libraries instead, which takes a minute or two.")
  private boolean measure;

  @Option(
      names = "--step",
      paramLabel = "FILE",
      order = 11,
      description = "With --measure: a configuration whose step is timed instead of Elbow's two.")
  private Path step;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  DoctorCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (measure) {
      measure();
      return ExitCode.DONE;
    }
    if (step != null) {
      throw new InputException(
          "CLI-STEP", "expected --measure with --step, found none", "--step", "Add --measure.");
    }
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

  private void measure() {
    LiveLine live = new LiveLine(console());
    List<String> options =
        data.folder == null
            ? List.of()
            : List.of("--data-dir", data.folder.toAbsolutePath().toString());
    Measurements measured =
        new Measurement(context().installation().lib(), options)
            .run(Optional.ofNullable(step), live::show);
    live.clear();
    if (console().json()) {
      console().document(measured.toJson());
      return;
    }
    measured.table().lines(console().tableWidth()).forEach(console().text()::println);
    console().text().println();
    measured.advice().forEach(console().text()::println);
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
