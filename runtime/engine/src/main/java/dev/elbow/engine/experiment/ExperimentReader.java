package dev.elbow.engine.experiment;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.Overrides;
import dev.elbow.configuration.PartCatalog;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.options.ExperimentOptions;
import dev.elbow.spi.InputException;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;

/** Reads a configuration, applies overrides, and completes it with the plugins' defaults. */
public final class ExperimentReader {
  private final PartCatalog catalog;

  @Inject
  ExperimentReader(PartCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a file.
   *
   * @param overrides of the form {@code training.epochs=5}
   * @throws InputException with every mistake and its place
   */
  public ExperimentHeader read(Path file, List<String> overrides) {
    return resolve(YamlReader.read(file), overrides);
  }

  /** Reads a text, named for its errors. */
  public ExperimentHeader read(String yaml, String name, List<String> overrides) {
    return resolve(YamlReader.read(yaml, name), overrides);
  }

  /** Completes a configuration that was put together in memory. */
  public ExperimentHeader read(ConfigNode root) {
    return resolve(root, List.of());
  }

  private ExperimentHeader resolve(ConfigNode root, List<String> overrides) {
    ConfigNode overridden = Overrides.apply(root, overrides);
    return ExperimentHeader.of(Resolver.resolve(overridden, ExperimentOptions.class, catalog));
  }
}
