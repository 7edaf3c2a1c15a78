package dev.elbow.engine;

import dev.elbow.engine.experiment.BackendFacts;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The bundled plugins from the class path, as an embedder takes them. */
public final class Plugins {
  private Plugins() {}

  public static Engine engine() {
    return Engine.create(onClassPath(), () -> new BackendFacts("cpu", "test", "test", 2));
  }

  public static List<RegisteredPart> onClassPath() {
    List<RegisteredPart> parts = new ArrayList<>();
    for (Role role : Role.values()) {
      for (PartFactory<?, ?> factory : ServiceLoader.load(role.factoryType())) {
        PartKey key = new PartKey(role, factory.name());
        parts.add(new RegisteredPart(key, factory, "test", factory.getClass().getName(), ""));
      }
    }
    return parts;
  }
}
