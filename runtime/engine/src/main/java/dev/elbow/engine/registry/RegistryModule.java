package dev.elbow.engine.registry;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.elbow.configuration.PartCatalog;
import java.util.List;

/**
 * Binds a snapshot of the plugins. OSGi is dynamic and Guice is static: this is the seam. Two parts
 * of one role and name cannot be bound; whoever takes the snapshot has refused the second.
 */
public final class RegistryModule extends AbstractModule {
  private final List<RegisteredPart> snapshot;

  public RegistryModule(List<RegisteredPart> snapshot) {
    this.snapshot = List.copyOf(snapshot);
  }

  @Override
  protected void configure() {
    MapBinder<PartKey, RegisteredPart> parts =
        MapBinder.newMapBinder(binder(), PartKey.class, RegisteredPart.class);
    snapshot.forEach(part -> parts.addBinding(part.key()).toInstance(part));
    bind(PartCatalog.class).to(Registry.class);
  }
}
