package dev.elbow.cli.doctor;

import dev.elbow.cli.host.Context;
import dev.elbow.data.DataFolder;
import dev.elbow.launcher.Device;
import dev.elbow.spi.ElbowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at everything that Elbow depends on; a check that fails is a finding. */
public final class Doctor {
  private final List<Check> checks;

  Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** A doctor for this process. */
  public static Doctor here(
      Context context, Map<String, String> environment, Device device, DataFolder data) {
    return new Doctor(
        List.of(
            new JavaCheck(context.properties(), Runtime.version().feature()),
            MachineCheck.here(),
            new WorkingFolderCheck(Path.of("")),
            new BackendCheck(context, device),
            new NativesCheck(context.properties()),
            new ThreadsCheck(environment, Runtime.getRuntime().availableProcessors()),
            new DataCheck(data, context.command()),
            new PluginsCheck(context),
            new DrawingCheck()));
  }

  /** Every finding, in a fixed order. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.addAll(check.look());
      } catch (ElbowException e) {
        findings.add(Finding.problem(check.topic(), e));
      } catch (RuntimeException | LinkageError e) {
        findings.add(
            Finding.problem(check.topic(), e.toString(), "Report it, with this whole output."));
      }
    }
    return findings;
  }
}
