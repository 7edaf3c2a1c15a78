package dev.elbow.tck;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.PartCatalog;
import dev.elbow.configuration.PartMaker;
import dev.elbow.configuration.Place;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes parts of one name as the runtime does: from YAML, through the option record.
 *
 * @param <P> the role's interface
 */
final class Parts<P> {
  private final Class<P> type;
  private final String name;
  private final PartCatalog catalog;

  Parts(Class<P> type, String name, PartCatalog catalog) {
    this.type = type;
    this.name = name;
    this.catalog = catalog;
  }

  /**
   * The part.
   *
   * @param configuration options without {@code type}
   */
  P make(String configuration, PartContext context) {
    return make(configuration, new ContextPartMaker(context));
  }

  private P make(String configuration, PartMaker maker) {
    return Binder.bindPart(resolve(configuration), type, catalog, maker);
  }

  /** The configuration with every default. */
  MapNode resolve(String configuration) {
    MapNode options = (MapNode) YamlReader.read(configuration, "configuration");
    MapNode typed = options.with("type", new ScalarNode(name, false, Place.of("configuration")));
    return Resolver.resolve(typed, Role.ofPartType(type).orElseThrow(), catalog);
  }

  /** The factories of the part and of the parts inside it. */
  Set<PartFactory<?, ?>> factoriesOf(String configuration, PartContext context) {
    Set<PartFactory<?, ?>> used = new LinkedHashSet<>();
    PartMaker maker = new ContextPartMaker(context);
    make(
        configuration,
        (role, factory, options, place) -> {
          used.add(factory);
          return maker.make(role, factory, options, place);
        });
    return used;
  }
}
