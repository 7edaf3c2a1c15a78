package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.command.BenchmarkVariants.Variant;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Table;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.training.StepTimes;
import dev.elbow.engine.training.StepTimes.MemoryPoint;
import dev.elbow.runs.MemoryChart;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow benchmark}. */
@CommandLine.Command(
    name = "benchmark",
    header = "Time training steps and watch their memory.",
    description = {
      "Trains for some steps on the configuration's own data and throws the model away. A step is"
          + " everything between two batches: noise, forward, backward, update.",
      "With --each, every plugin of a role takes its turn, with its default options; of several"
          + " roles, every combination. What does not go together is listed with the reason."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow benchmark rho.yaml",
      "  elbow benchmark --each posterior,divergence",
      "  elbow benchmark conv.yaml --steps 10000 --memory memory.png"
    })
final class BenchmarkCommand extends SimpleCommand {
  private static final int MOST = 1_000_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The configuration, YAML; without it the quick start.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      order = 10,
      description = "Change a key of the configuration, as for train. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--each",
      paramLabel = "ROLE",
      split = ",",
      order = 20,
      converter = RoleConverter.class,
      completionCandidates = RoleNames.class,
      description = "Take every plugin of these roles: ${COMPLETION-CANDIDATES}.")
  private List<Role> roles = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      order = 30,
      defaultValue = "50",
      description = "Steps that are timed; by default ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      order = 31,
      defaultValue = "10",
      description = "Steps before them that are not; by default ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      order = 40,
      description = "Draw resident memory over the steps, PNG; for a single configuration.")
  private Path memory;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  /** What shells complete. */
  static final class RoleNames implements Iterable<String> {
    static final List<String> NAMES = Arrays.stream(Role.values()).map(Role::label).toList();

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  /** Reads the names users see. */
  static final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      return Arrays.stream(Role.values())
          .filter(role -> role.label().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new InputException(
                      "CLI-ROLE",
                      "expected a role, found " + value,
                      "--each",
                      "Valid: " + String.join(", ", RoleNames.NAMES) + "."));
    }
  }

  private record Row(Variant variant, Optional<StepTimes> times, String problem) {}

  BenchmarkCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    check();
    Workbench workbench = context().workbench();
    workbench.start(backend.device(), workbench.read(file(), overrides).backend());
    List<Row> rows = new ArrayList<>();
    LiveLine live = new LiveLine(console());
    for (Variant variant : BenchmarkVariants.of(roles, workbench.engine().registry())) {
      rows.add(measure(workbench, variant, live));
    }
    live.clear();
    if (memory != null && rows.get(0).times().isPresent()) {
      draw(rows.get(0).times().get());
    }
    if (console().json()) {
      console().document(json(rows));
    } else {
      print(rows);
    }
  }

  private void check() {
    Outputs.checkRange("--steps", steps, 1, MOST, "steps");
    Outputs.checkRange("--warmup", warmup, 0, MOST, "steps");
    if (memory != null) {
      Outputs.check(memory, ".png");
      if (!roles.isEmpty()) {
        throw new InputException(
            "CLI-MEMORY",
            "expected a single configuration, found --each",
            "--memory",
            "Leave out --each; --json lists the memory of every combination.");
      }
    }
  }

  private Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  private Row measure(Workbench workbench, Variant variant, LiveLine live) {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(variant.overrides());
    try {
      ExperimentHeader header = workbench.read(file(), all);
      StepTimes times =
          workbench
              .engine()
              .benchmark(
                  header,
                  data.folder(),
                  warmup,
                  steps,
                  done -> {
                    if (live.isDue()) {
                      live.show(variant.label() + "  step " + done + "/" + (warmup + steps));
                    }
                  });
      return new Row(variant, Optional.of(times), "");
    } catch (ElbowException e) {
      if (roles.isEmpty()) {
        throw e;
      }
      return new Row(variant, Optional.empty(), e.problem());
    }
  }

  private void draw(StepTimes times) {
    List<MemoryPoint> points = times.memory();
    MemoryChart.write(
        memory,
        "Resident memory while training",
        points.stream().mapToLong(MemoryPoint::step).toArray(),
        points.stream().mapToLong(MemoryPoint::bytes).toArray());
  }

  private void print(List<Row> rows) {
    Table table = new Table(2).right(0).right(1).right(2).right(3);
    table.row("ms/step", "10 to 90 %", "parameters", "memory", "");
    for (Row row : rows) {
      if (row.times().isEmpty()) {
        table.row("-", "", "", "", row.variant().label() + ": " + row.problem());
        continue;
      }
      StepTimes times = row.times().get();
      table.row(
          milliseconds(times.median()),
          milliseconds(times.low()) + " to " + milliseconds(times.high()),
          Numbers.count(times.parameters()),
          Numbers.bytes(times.peakMemory()),
          row.variant().label());
    }
    table.lines(console().tableWidth()).forEach(console().text()::println);
    if (memory != null) {
      console().text().printf("%nmemory over the steps in %s%n", console().show(memory));
    }
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private ObjectNode json(List<Row> rows) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("warmup", warmup).put("steps", steps);
    ArrayNode results = json.putArray("results");
    for (Row row : rows) {
      ObjectNode result = results.addObject().put("variant", row.variant().label());
      if (row.times().isEmpty()) {
        result.put("refused", row.problem());
        continue;
      }
      StepTimes times = row.times().get();
      result.put("parameters", times.parameters()).put("medianMilliseconds", times.median());
      result.put("lowMilliseconds", times.low()).put("highMilliseconds", times.high());
      ArrayNode points = result.putArray("residentBytes");
      times.memory().forEach(p -> points.addArray().add(p.step()).add(p.bytes()));
    }
    return json;
  }
}
