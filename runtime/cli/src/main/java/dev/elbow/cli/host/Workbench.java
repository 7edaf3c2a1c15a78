package dev.elbow.cli.host;

import dev.elbow.cli.output.Console;
import dev.elbow.configuration.Binder;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.experiment.BackendFacts;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.experiment.ExperimentReader;
import dev.elbow.engine.options.BackendOptions;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.PluginPlatform;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.launcher.StartTrace;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The plugins and the engine of one process; the backend joins when it is asked for. */
public final class Workbench {
  private final Installation installation;
  private final PluginSnapshot snapshot;
  private final Engine engine;
  private Optional<StartedBackend> backend = Optional.empty();

  private Workbench(Installation installation, PluginSnapshot snapshot, Console console) {
    this.installation = installation;
    this.snapshot = snapshot;
    this.engine =
        Engine.create(
            snapshot.active().stream().map(Workbench::part).toList(),
            () -> facts(backend.get()),
            new StepMemory(installation),
            new DataClassifiers(console));
  }

  /**
   * Opens the plugins; they stay open until the JVM ends.
   *
   * @param console for what takes long
   */
  public static Workbench open(Installation installation, Console console) {
    PluginPlatform platform =
        PluginPlatform.start(installation.bundles(), installation.plugins(), installation.more());
    Workbench workbench = new Workbench(installation, platform.snapshot(), console);
    StartTrace.mark("the engine is made");
    return workbench;
  }

  /**
   * Reads a configuration.
   *
   * @param file empty for the built-in quick start
   * @param overrides of the form {@code training.epochs=5}
   */
  public ExperimentHeader read(Optional<Path> file, List<String> overrides) {
    ExperimentReader reader = engine.reader();
    return file.isPresent()
        ? reader.read(file.get(), overrides)
        : reader.read(QuickStart.text(), QuickStart.NAME, overrides);
  }

  /** Does the work; where a plugin is missed whose jar is there but failed, the error says so. */
  public <T> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (InputException e) {
      throw new FailedPlugins(snapshot).explain(e);
    }
  }

  public PluginSnapshot plugins() {
    return snapshot;
  }

  public Engine engine() {
    return engine;
  }

  /**
   * Starts ND4J on the device of the command line, or else of the configuration.
   *
   * @throws InputException if the device is not to be had
   */
  public StartedBackend start(Optional<Device> asked, BackendOptions options) {
    Device device = asked.orElseGet(() -> Device.valueOf(options.device().name()));
    backend = Optional.of(StartedBackend.start(installation, device, options.threads()));
    return backend.get();
  }

  /** The backend section of a run's configuration, before its plugins are looked at. */
  public BackendOptions backendOf(Path run) {
    RunFolder folder = RunFolder.open(run);
    var root = YamlReader.read(folder.config(), folder.configFile().toString());
    if (root instanceof MapNode map && map.find("backend").isPresent()) {
      return Binder.bind(map.get("backend"), BackendOptions.class);
    }
    return engine
        .reader()
        .read(folder.config(), folder.configFile().toString(), List.of())
        .backend();
  }

  private static RegisteredPart part(PluginRecord plugin) {
    return new RegisteredPart(
        new PartKey(plugin.role(), plugin.name()),
        plugin.factory(),
        plugin.version(),
        plugin.bundle(),
        plugin.sha256());
  }

  private static BackendFacts facts(StartedBackend backend) {
    return new BackendFacts(
        backend.choice().device().label(),
        backend.info().backend(),
        backend.info().blasVendor(),
        backend.threads());
  }
}
