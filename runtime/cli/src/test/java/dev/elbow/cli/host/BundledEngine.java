package dev.elbow.cli.host;

import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.launcher.PluginSnapshot;
import java.util.List;

/** An engine with the plugins of the class path, which are those of the distribution. */
final class BundledEngine {
  private BundledEngine() {}

  static Engine create() {
    List<RegisteredPart> parts =
        PluginSnapshot.ofClassPath(BundledEngine.class.getClassLoader()).active().stream()
            .map(
                p ->
                    new RegisteredPart(
                        new PartKey(p.role(), p.name()), p.factory(), p.version(), p.bundle(), ""))
            .toList();
    return Engine.create(parts, () -> null);
  }
}
