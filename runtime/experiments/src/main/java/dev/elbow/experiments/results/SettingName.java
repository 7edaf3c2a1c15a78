package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Axis;
import dev.elbow.experiments.grid.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What tables call settings: the titles of their values, of axes that have a choice. */
public final class SettingName {
  private final Experiment experiment;
  private final List<String> axes;

  SettingName(Experiment experiment) {
    this.experiment = experiment;
    this.axes =
        experiment.axes().stream().filter(a -> a.values().size() > 1).map(Axis::name).toList();
  }

  /** The axes that have more than one value. */
  List<String> axes() {
    return axes;
  }

  String title(String axis, Map<String, String> coordinates) {
    return experiment.title(axis, coordinates.get(axis));
  }

  /** {@code MNIST, vanilla, diagonal}. */
  String of(Map<String, String> coordinates) {
    List<String> titles = new ArrayList<>();
    axes.forEach(axis -> titles.add(title(axis, coordinates)));
    return titles.isEmpty() ? experiment.name() : String.join(", ", titles);
  }
}
