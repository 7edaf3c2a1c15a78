package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Refuses an axis that is not there, or whose values are no numbers. */
  void requireNumbers(Section section, String key) {
    String axis = section.text(key);
    Place place = section.get(key, "an axis").place();
    if (!values.containsKey(axis)) {
      throw Section.unknown(axis, place, section.path(key), List.copyOf(values.keySet()));
    }
    for (String value : values.get(axis)) {
      if (!value.matches("[0-9]+(\\.[0-9]+)?")) {
        throw Section.wrong(
            "EXPERIMENT-PLOT", place, section.path(key), "an axis of numbers", value + " on it");
      }
    }
  }
}
