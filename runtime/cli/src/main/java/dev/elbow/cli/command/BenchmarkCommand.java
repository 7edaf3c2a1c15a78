package dev.elbow.cli.command;

import dev.elbow.cli.command.BenchmarkText.Row;
import dev.elbow.cli.command.BenchmarkVariants.Variant;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.training.StepTimes;
import dev.elbow.engine.training.StepTimes.MemoryPoint;
import dev.elbow.graph.execution.ExecutionListener;
import dev.elbow.runs.MemoryChart;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
          + " everything between two batches: noise, forward, backward, update. CPU is the time of"
          + " all cores together, the mean, and memory the largest resident one.",
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
    static final List<String> NAMES = roles().map(Role::label).toList();

    /** Those of a model's parts. */
    static Stream<Role> roles() {
      return Arrays.stream(Role.values()).filter(role -> role != Role.METRIC);
    }

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  /** Reads the names users see. */
  static final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      return RoleNames.roles()
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
      console().document(BenchmarkText.json(rows, warmup, steps));
      return;
    }
    BenchmarkText.table(rows).lines(console().tableWidth()).forEach(console().text()::println);
    if (memory != null) {
      console().text().printf("%nmemory over the steps in %s%n", console().show(memory));
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
                  },
                  listener(live));
      return new Row(variant, Optional.of(times), "");
    } catch (ElbowException e) {
      if (roles.isEmpty()) {
        throw e;
      }
      return new Row(variant, Optional.empty(), e.problem());
    }
  }

  /** Says how a single configuration's steps are executed. */
  private ExecutionListener listener(LiveLine live) {
    boolean says = roles.isEmpty();
    return new ExecutionListener() {
      @Override
      public void shared(String how) {
        note("steps: " + how);
      }

      @Override
      public void notCaptured(String reason) {
        note("each step goes through SameDiff, which is slower: " + reason);
      }

      private void note(String text) {
        if (says) {
          live.clear();
          console().note(text);
        }
      }
    };
  }

  private void draw(StepTimes times) {
    List<MemoryPoint> points = times.memory();
    MemoryChart.write(
        memory,
        "Resident memory while training",
        points.stream().mapToLong(MemoryPoint::step).toArray(),
        points.stream().mapToLong(MemoryPoint::bytes).toArray());
  }
}
