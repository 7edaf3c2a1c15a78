package dev.elbow.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Writes a list out that was given in a short form, or as an item without brackets. */
final class FormResolver {
  private final PartCatalog catalog;
  private final Problems problems;
  private final TreeResolver tree;

  FormResolver(PartCatalog catalog, Problems problems, TreeResolver tree) {
    this.catalog = catalog;
    this.problems = problems;
    this.tree = tree;
  }

  /** The list that the node means; the node itself if it is a list or has a problem. */
  ConfigNode expand(ConfigNode node, Component component, KeyPath path) {
    if (component.forms().isEmpty() || node instanceof ListNode || node.isNull()) {
      return node;
    }
    Optional<ScalarNode> type = type(node);
    if (type.isEmpty()) {
      return new ListNode(List.of(node), node.place());
    }
    String name = type.get().text();
    for (ListForm form : component.forms()) {
      if (form.formName().equals(name)) {
        return written(form, node, path);
      }
    }
    if (!itemNames(component).contains(name)) {
      unknown(type.get(), component, path);
      return new ListNode(List.of(), node.place());
    }
    return new ListNode(List.of(node), node.place());
  }

  private static Optional<ScalarNode> type(ConfigNode node) {
    Optional<ConfigNode> type =
        node instanceof MapNode map ? map.find(Schema.TYPE) : Optional.of(node);
    return type.filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }

  private ConfigNode written(ListForm form, ConfigNode node, KeyPath path) {
    int before = problems.count();
    MapNode resolved = tree.record(options(node), Schema.of(form.options()), path);
    if (problems.count() == before) {
      try {
        return new ListNode(form.items(resolved), node.place());
      } catch (IllegalArgumentException e) {
        problems.add("CFG-VALUE", node.place(), path + ": " + e.getMessage(), "");
      }
    }
    return new ListNode(List.of(), node.place());
  }

  private static MapNode options(ConfigNode node) {
    if (!(node instanceof MapNode map)) {
      return new MapNode(Map.of(), node.place());
    }
    Map<String, ConfigNode> options = new LinkedHashMap<>(map.entries());
    options.remove(Schema.TYPE);
    return new MapNode(options, map.keyPlaces(), map.place());
  }

  /** The plugins that an item may name. */
  private TreeSet<String> itemNames(Component component) {
    TreeSet<String> names = new TreeSet<>();
    if (ValueTypes.innermost(component.type()) instanceof ValueType.Nested nested) {
      Schema.of(nested.type())
          .inline()
          .map(part -> ((ValueType.Part) part.type()).role())
          .ifPresent(role -> names.addAll(catalog.names(role)));
    }
    return names;
  }

  private void unknown(ScalarNode type, Component component, KeyPath path) {
    List<String> forms = component.forms().stream().map(ListForm::formName).toList();
    TreeSet<String> items = itemNames(component);
    List<String> valid = new ArrayList<>(forms);
    valid.addAll(items);
    problems.add(
        "CFG-UNKNOWN-PLUGIN",
        type.place(),
        "%s: there is no %s".formatted(path, type.text()),
        "%sShort forms: %s. Single terms: %s. Or write a list of terms."
            .formatted(
                DidYouMean.hint(type.text(), valid),
                String.join(", ", forms),
                String.join(", ", items)));
  }
}
