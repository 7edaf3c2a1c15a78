package dev.elbow.tck;

import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rules that hold for every factory, whatever its role. Extend the class of the role.
 *
 * <ul>
 *   <li>C1 the factory has a valid name, a description and a public constructor
 *   <li>C2 every option is documented
 *   <li>C3 the configuration binds, and an unknown option is refused
 *   <li>C11 inside the plugin framework the result is that of the class path, to the last bit
 * </ul>
 *
 * @param <P> the role's interface
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(RuleOrder.class)
@ExtendWith(RuleReport.class)
public abstract class FactoryContract<P> {
  private final Class<P> type;
  private Parts<P> parts;
  private FelixParts felix;

  FactoryContract(Class<P> type) {
    this.type = type;
  }

  /** The factory under test, as a new object. */
  protected abstract PartFactory<P, ?> factory();

  /**
   * The option sets on which every rule is tried, as YAML without {@code type}; the defaults alone
   * by default.
   */
  protected List<String> configurations() {
    return List.of("{}");
  }

  /**
   * Factories of nested parts that are not on the class path as services. The factory under test is
   * known already.
   */
  protected List<PartFactory<?, ?>> parts() {
    return List.of();
  }

  /** What the part is told of the model. */
  abstract PartContext contextOf(String configuration);

  /** Demands of a part made inside the framework what one of the class path gives. */
  abstract void compare(String configuration, Parts<P> inside);

  @Test
  @DisplayName("C1 the factory has a valid name, a description and a public constructor")
  final void names() {
    FactoryRules.checkNames(factory());
  }

  @Test
  @DisplayName("C2 every option is documented")
  final void options() {
    FactoryRules.checkOptions(factory().optionsType());
  }

  @EachConfiguration
  @DisplayName("C3 the configuration binds, and an unknown option is refused")
  final void binding(String configuration) {
    FactoryRules.checkBinding(allParts(), configuration, contextOf(configuration));
  }

  @EachConfiguration
  @DisplayName("C11 inside the plugin framework the result is that of the class path")
  final void framework(String configuration) {
    Parts<P> inside = new Parts<>(type, factory().name(), felix().catalog());
    felix().requireOwnClass(type, factory());
    compare(configuration, inside);
  }

  @AfterAll
  final void closeFramework() {
    if (felix != null) {
      felix.close();
    }
  }

  final String subjectName() {
    return Role.ofPartType(type).orElseThrow().label() + " '" + factory().name() + "'";
  }

  final Parts<P> allParts() {
    if (parts == null) {
      List<PartFactory<?, ?>> more = new ArrayList<>(parts());
      more.add(factory());
      PluginSnapshot onClassPath = PluginSnapshot.ofClassPath(getClass().getClassLoader());
      parts = new Parts<>(type, factory().name(), new Catalog(onClassPath, more));
    }
    return parts;
  }

  private FelixParts felix() {
    if (felix == null) {
      Set<PartFactory<?, ?>> used = new LinkedHashSet<>(List.of(factory()));
      for (String configuration : configurations()) {
        used.addAll(allParts().factoriesOf(configuration, contextOf(configuration)));
      }
      felix = FelixParts.open(used);
    }
    return felix;
  }
}
