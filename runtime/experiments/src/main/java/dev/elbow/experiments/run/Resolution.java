package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.spi.InputException;

/** Completes what a file or a run says, with the defaults of the plugins that are there. */
public interface Resolution {

  /**
   * A configuration as {@code elbow train} takes it.
   *
   * @throws InputException with every mistake and its place
   */
  MapNode configuration(ConfigNode written);

  /**
   * A metric: its name, or its name and options.
   *
   * @throws InputException with every mistake and its place
   */
  ConfigNode metric(ConfigNode written);

  /** A cell with its configuration and metrics complete. */
  default Cell cell(Cell written) {
    return written.resolved(
        configuration(written.configuration()),
        written.metrics().stream()
            .map(metric -> Audit.is(metric) ? Audit.complete(metric) : metric(metric))
            .toList());
  }
}
