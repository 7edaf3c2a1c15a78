package dev.elbow.cli.command;

import dev.elbow.cli.host.Workbench;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Resolver;
import dev.elbow.experiments.run.Resolution;
import dev.elbow.spi.Role;

/** Completes configurations with the plugins of this process. */
record WorkbenchResolution(Workbench workbench) implements Resolution {

  @Override
  public MapNode configuration(ConfigNode written) {
    return workbench.explaining(() -> workbench.engine().reader().read(written).resolved());
  }

  @Override
  public ConfigNode metric(ConfigNode written) {
    return workbench.explaining(
        () -> Resolver.resolve(written, Role.METRIC, workbench.engine().registry()));
  }
}
