package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what chooses and changes cells: selectors, exclusions, sizes. */
final class SizeReader {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  SizeReader(List<Axis> axes) {
    axes.forEach(axis -> values.put(axis.name(), axis.valueNames()));
  }

  /** The sizes by name; a plain one if none is given. */
  Map<String, Size> sizes(Section section) {
    Map<String, Size> sizes = new LinkedHashMap<>();
    for (String name : section.map().entries().keySet()) {
      sizes.put(name, size(name, section.section(name)));
    }
    if (sizes.isEmpty()) {
      sizes.put(Size.DEFAULT, Size.plain());
    }
    return sizes;
  }

  private Size size(String name, Section section) {
    section.only("note", "set", "seeds", "metrics", "adjust", "only", "exclude");
    List<Adjustment> adjustments = new ArrayList<>(List.of(adjustment(section, Selector.all())));
    for (Section adjust : section.sections("adjust")) {
      adjust.only("where", "set", "seeds", "metrics");
      adjustments.add(adjustment(adjust, selector(adjust.section("where"))));
    }
    List<Selector> only = section.sections("only").stream().map(this::selector).toList();
    return new Size(
        name,
        section.maybeText("note").orElse(""),
        adjustments,
        only,
        exclusions(section, "exclude"));
  }

  private static Adjustment adjustment(Section section, Selector where) {
    return new Adjustment(
        where,
        section.section("set").map(),
        section.find("seeds").map(node -> section.wholeNumbers("seeds")),
        ExperimentFile.metrics(section));
  }

  List<Exclusion> exclusions(Section section, String key) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (Section item : section.sections(key)) {
      item.only("where", "why");
      exclusions.add(
          new Exclusion(selector(item.section("where")), item.maybeText("why").orElse("")));
    }
    return exclusions;
  }

  /** Axis to value, or to a list of values. */
  Selector selector(Section section) {
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    section
        .map()
        .entries()
        .forEach(
            (axis, node) -> {
              if (!values.containsKey(axis)) {
                throw Section.unknown(
                    axis,
                    section.map().keyPlace(axis),
                    section.path(),
                    List.copyOf(values.keySet()));
              }
              chosen.put(axis, names(node, section.path(axis), values.get(axis)));
            });
    return new Selector(chosen);
  }

  private static List<String> names(ConfigNode node, String path, List<String> valid) {
    List<ConfigNode> items = node instanceof ListNode list ? list.items() : List.of(node);
    List<String> names = new ArrayList<>();
    for (ConfigNode item : items) {
      String name = Section.scalar(item, path, "a value of the axis, or a list of them");
      if (!valid.contains(name)) {
        throw Section.unknown(name, item.place(), path, valid);
      }
      names.add(name);
    }
    return names;
  }

  Optional<String> axis(Section section, String key) {
    Optional<String> name = section.maybeText(key);
    name.filter(axis -> !values.containsKey(axis))
        .ifPresent(
            axis -> {
              throw Section.unknown(
                  axis,
                  section.get(key, "an axis").place(),
                  section.path(key),
                  List.copyOf(values.keySet()));
            });
    return name;
  }
}
