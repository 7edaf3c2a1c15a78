package dev.elbow.cli.command;

import dev.elbow.configuration.PartCatalog;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;

/** The configurations that a benchmark compares: every plugin of the roles asked for. */
final class BenchmarkVariants {

  /**
   * One configuration.
   *
   * @param label what differs; empty for the configuration as it is
   * @param overrides that make it
   */
  record Variant(String label, List<String> overrides) {

    private Variant with(Role role, String name) {
      List<String> more = new ArrayList<>(overrides);
      more.add(override(role, name));
      String part = role.label() + " " + name;
      return new Variant(label.isEmpty() ? part : label + ", " + part, List.copyOf(more));
    }
  }

  private BenchmarkVariants() {}

  /** The product of all plugins of these roles; the configuration alone if there is no role. */
  static List<Variant> of(List<Role> roles, PartCatalog catalog) {
    List<Variant> variants = List.of(new Variant("", List.of()));
    for (Role role : roles) {
      variants =
          variants.stream()
              .flatMap(v -> catalog.names(role).stream().map(name -> v.with(role, name)))
              .toList();
    }
    return variants;
  }

  private static String override(Role role, String name) {
    return switch (role) {
      case POSTERIOR -> "model.posterior=" + name;
      case PRIOR -> "model.prior=" + name;
      case DECODER -> "model.decoder=" + name;
      case NETWORK -> "model.encoder=" + name;
      case DIVERGENCE -> "objective=" + name;
      case FLOW -> "model.posterior={type: flow, flows: [" + name + "]}";
      case METRIC -> throw new IllegalArgumentException("no part of a model: " + role);
    };
  }
}
