package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.ExitCode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.audit.AuditOptions;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.audit.Verdict;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow audit}. */
@CommandLine.Command(
    name = "audit",
    header = "Tell whether the printed figure is a bound, and if not, why.",
    description = {
      "Measures, on test images and in double precision, what the model samples and scores, and"
          + " holds against it what the model states: the density, the KL, each flow's"
          + " log-determinant, the reduction over the batch. A run is audited with its trained"
          + " parameters, a configuration with its first ones and with others near them.",
      "Ends with 0 whatever the verdict is, unless --require-bound is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow audit runs/rho",
      "  elbow audit rho.yaml --set model.posterior=ar1",
      "  elbow audit runs/rho --require-bound --json      # in a build"
    })
final class AuditCommand extends BaseCommand {
  @Parameters(paramLabel = "RUN|FILE", description = "A run's folder, or a configuration, YAML.")
  private Path subject;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      order = 10,
      description = "Change a key of the configuration, with dots. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--examples",
      paramLabel = "N",
      order = 20,
      defaultValue = "256",
      description = "Test images to look at; by default ${DEFAULT-VALUE}.")
  private int examples;

  @Option(
      names = "--samples",
      paramLabel = "N",
      order = 21,
      defaultValue = "64",
      description = "Samples of z for each image; by default ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--require-bound",
      order = 30,
      description = "End with 1 unless negativeElbo is a bound.")
  private boolean requireBound;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  AuditCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    AuditOptions options = new AuditOptions(examples, samples);
    boolean run = check();
    Workbench workbench = context().workbench();
    long start = System.nanoTime();
    AuditReport report =
        workbench.explaining(
            () -> run ? run(workbench, options) : configuration(workbench, options));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (console().json()) {
      ObjectNode json = AuditJson.of(report);
      String path = subject.toAbsolutePath().normalize().toString();
      console().document(json.put(run ? "run" : "configuration", path).put("seconds", seconds));
    } else {
      new AuditText(console()).print(console().show(subject), report, seconds);
    }
    boolean bound = report.negativeElbo().outcome() == Verdict.Outcome.BOUND;
    return requireBound && !bound ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Whether it is a run. */
  private boolean check() {
    boolean run = Files.isDirectory(subject);
    if (!run && !Files.exists(subject)) {
      throw new InputException(
          "CLI-AUDIT",
          "expected a run's folder or a configuration file, found nothing at " + subject,
          "elbow audit",
          "Give a folder below runs/, or a YAML file.");
    }
    if (run && !overrides.isEmpty()) {
      throw new InputException(
          "CLI-AUDIT",
          "expected no --set beside a run, which has its configuration",
          "--set",
          "Remove --set, or audit the run's config.yaml.");
    }
    return run;
  }

  private AuditReport run(Workbench workbench, AuditOptions options) {
    workbench.start(backend.device(), workbench.backendOf(subject));
    OpenRun open = workbench.engine().open(subject);
    open.changedPlugins()
        .forEach(change -> console().note("another jar than the run began with: " + change));
    return workbench.engine().audit(open, data.folder(), options);
  }

  private AuditReport configuration(Workbench workbench, AuditOptions options) {
    ExperimentHeader header = workbench.read(Optional.of(subject), overrides);
    workbench.start(backend.device(), header.backend());
    return workbench.engine().audit(header, data.folder(), options);
  }
}
