package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Place;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An experiment file.
 *
 * @param name of letters, digits and hyphens
 * @param description a paragraph
 * @param paper the work it compares with, as one cites it; may be empty
 * @param paperEpochs what that was trained for, unless a figure says otherwise
 * @param plugins jars that the cells need beside the installed ones
 * @param base the configuration that the cells change
 * @param axes in order
 * @param exclusions combinations left out at every size
 * @param seeds unless a size says otherwise
 * @param metrics of every cell, unless an axis or a size says otherwise
 * @param sizes by name, in the order of the file
 * @param columns of the table
 * @param published figures of others
 * @param claims statements to be tested
 * @param plots pictures of the figures
 * @param notes sentences below the table
 */
public record Experiment(
    String name,
    String description,
    String paper,
    OptionalInt paperEpochs,
    List<Path> plugins,
    MapNode base,
    List<Axis> axes,
    List<Exclusion> exclusions,
    List<Long> seeds,
    List<ConfigNode> metrics,
    Map<String, Size> sizes,
    List<Column> columns,
    List<Published> published,
    List<Claim> claims,
    List<PlotOptions> plots,
    List<String> notes) {

  /**
   * The size of that name.
   *
   * @throws InputException if there is none
   */
  public Size size(String name) {
    return Optional.ofNullable(sizes.get(name))
        .orElseThrow(
            () ->
                new InputException(
                    "EXPERIMENT-SIZE",
                    "the experiment " + this.name + " has no size " + name,
                    base.place().source(),
                    "Sizes: " + String.join(", ", sizes.keySet()) + "."));
  }

  /**
   * A selector as a command line has it.
   *
   * @param pairs such as {@code model=vanilla,beta}, all of which a cell is to match
   * @throws InputException if an axis or a value is not there
   */
  public Selector selector(List<String> pairs, String option) {
    Map<String, ConfigNode> chosen = new LinkedHashMap<>();
    Place place = Place.of(option);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String axis = equals < 0 ? pair : pair.substring(0, equals);
      String values = equals < 0 ? "" : pair.substring(equals + 1);
      List<ConfigNode> names = new ArrayList<>();
      for (String value : values.split(",")) {
        names.add(new ScalarNode(value.strip(), true, place));
      }
      chosen.put(axis.strip(), new ListNode(names, place));
    }
    return new SizeReader(axes).selector(Section.of(new MapNode(chosen, place), option));
  }

  /** What tables call a value of an axis. */
  public String title(String axis, String value) {
    return axes.stream()
        .filter(a -> a.name().equals(axis))
        .flatMap(a -> a.values().stream())
        .filter(v -> v.name().equals(value))
        .findFirst()
        .map(Axis.Value::title)
        .orElse(value);
  }
}
