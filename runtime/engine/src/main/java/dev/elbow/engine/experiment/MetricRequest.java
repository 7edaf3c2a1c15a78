package dev.elbow.engine.experiment;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.PartMaker;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.metrics.NamedMetric;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.engine.registry.Registry;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Metric;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Metrics by what a user writes: {@code all}, names with commas between them, or a list as a
 * configuration has it.
 */
final class MetricRequest {
  private static final String ALL = "all";

  private final Registry registry;
  private final PartMaker maker;

  MetricRequest(Registry registry, ModelParts parts) {
    ModelContext context = new ModelContext(parts.latent(), parts.shape(), parts.values());
    context.complete(parts);
    this.registry = registry;
    this.maker = new ContextPartMaker(context);
  }

  /**
   * The metrics.
   *
   * @throws InputException with every mistake and what would be valid
   */
  List<NamedMetric> read(String text) {
    String list =
        text.strip().equals(ALL) ? String.join(", ", registry.names(Role.METRIC)) : text.strip();
    ConfigNode root = YamlReader.read(list.startsWith("[") ? list : "[" + list + "]", "--metrics");
    List<NamedMetric> metrics = new ArrayList<>();
    for (ConfigNode node : ((ListNode) root).items()) {
      MapNode resolved = Resolver.resolve(node, Role.METRIC, registry);
      Metric metric = Binder.bindPart(resolved, Metric.class, registry, maker);
      metrics.add(new NamedMetric(((ScalarNode) resolved.get("type")).text(), metric));
    }
    return metrics;
  }
}
