package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Finds the factories of a started bundle: its services first, then the classes it names in
 * component files and {@code META-INF/services} that did not come as a service.
 */
final class FactoryFinder {
  private static final String SCR = "org.osgi.service.component.runtime.ServiceComponentRuntime";

  private final BundleContext context;
  private final SnapshotBuilder builder;

  FactoryFinder(BundleContext context, SnapshotBuilder builder) {
    this.context = context;
    this.builder = builder;
  }

  /** Adds the bundle's factories, active or failed; false if it does not try to publish any. */
  boolean collect(Bundle bundle, ServiceFiles files, Origin origin) {
    Set<Provider> delivered = services(bundle, origin);
    Set<Provider> components = Set.of();
    boolean readable = true;
    try {
      components = ComponentFiles.read(bundle);
    } catch (UnusableException problem) {
      builder.fail(null, origin, problem);
      readable = false;
    }
    Set<Provider> named = new LinkedHashSet<>(components);
    named.addAll(files.providers());
    named.removeAll(delivered);
    for (Provider provider : named) {
      create(provider, bundle, components.contains(provider), origin);
    }
    return !readable || !delivered.isEmpty() || !named.isEmpty();
  }

  private Set<Provider> services(Bundle bundle, Origin origin) {
    Set<Provider> delivered = new HashSet<>();
    ServiceReference<?>[] references = bundle.getRegisteredServices();
    if (references == null) {
      return delivered;
    }
    for (ServiceReference<?> reference : references) {
      for (Role role : roles(reference)) {
        // A component is made here; null if its constructor throws, which create() then explains.
        Object service = context.getService(reference);
        if (service != null && delivered.add(new Provider(role, service.getClass().getName()))) {
          builder.offer(role, service, origin);
        }
      }
    }
    return delivered;
  }

  private static List<Role> roles(ServiceReference<?> reference) {
    List<Role> roles = new ArrayList<>();
    for (String type : (String[]) reference.getProperty("objectClass")) {
      Roles.ofFactory(type).ifPresent(roles::add);
    }
    return roles;
  }

  private void create(Provider provider, Bundle bundle, boolean component, Origin origin) {
    try {
      Object factory = provider.instantiate(bundle::loadClass);
      if (component && isScrRunning()) {
        throw new UnusableException(
            "the component %s waits for a service or a configuration that nobody offers"
                .formatted(provider.className()),
            "A factory stands alone: remove its references and its configuration policy.");
      }
      builder.offer(provider.role(), factory, origin);
    } catch (UnusableException problem) {
      builder.fail(provider.role(), origin, problem);
    }
  }

  private boolean isScrRunning() {
    try {
      // All references: the type need not be the one, if any, on the class path.
      return context.getAllServiceReferences(SCR, null) != null;
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException("no filter was given", impossible);
    }
  }
}
