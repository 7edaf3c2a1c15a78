package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads an experiment file; what the cells' configurations say is checked when they resolve. */
public final class ExperimentFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final List<Long> SEEDS = List.of(42L);

  private final Path folder;

  private ExperimentFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a file.
   *
   * @throws InputException at the place of the first mistake
   */
  public static Experiment read(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new ExperimentFile(folder).read(YamlReader.read(file));
  }

  /**
   * Reads a text.
   *
   * @param name what places call it
   * @param folder that relative paths in it start from
   */
  public static Experiment read(String yaml, String name, Path folder) {
    return new ExperimentFile(folder).read(YamlReader.read(yaml, name));
  }

  private Experiment read(ConfigNode root) {
    Section file =
        Section.of(root, "the experiment")
            .only(
                "name",
                "description",
                "paper",
                "plugins",
                "base",
                "axes",
                "exclude",
                "seeds",
                "metrics",
                "sizes",
                "columns",
                "published",
                "claims",
                "plots",
                "notes");
    List<Axis> axes = axes(file.section("axes"));
    SizeReader sizes = new SizeReader(axes);
    ResultReader results = new ResultReader(axes);
    Section paper = file.section("paper").only("citation", "epochs");
    return new Experiment(
        name(file.text("name"), file.get("name", "").place().toString()),
        file.maybeText("description").orElse(""),
        paper.maybeText("citation").orElse(""),
        epochs(paper),
        plugins(file),
        base(file),
        axes,
        sizes.exclusions(file, "exclude"),
        file.find("seeds").isPresent() ? file.wholeNumbers("seeds") : SEEDS,
        file.list("metrics"),
        sizes.sizes(file.section("sizes")),
        results.columns(file),
        results.published(file),
        results.claims(file),
        results.plots(file),
        file.list("notes").stream().map(n -> Section.scalar(n, "notes", "a sentence")).toList());
  }

  static OptionalInt epochs(Section section) {
    return section.maybeNumber("epochs").isPresent()
        ? OptionalInt.of((int) section.number("epochs"))
        : OptionalInt.empty();
  }

  private List<Path> plugins(Section file) {
    return file.list("plugins").stream()
        .map(node -> folder.resolve(Section.scalar(node, "plugins", "the path of a jar")))
        .map(Path::normalize)
        .toList();
  }

  /** A configuration written here, or the path of one. */
  private MapNode base(Section file) {
    ConfigNode node = file.get("base", "a configuration, or the path of one");
    ConfigNode base =
        node instanceof ScalarNode path ? YamlReader.read(folder.resolve(path.text())) : node;
    return Section.of(base, "base").map();
  }

  private static List<Axis> axes(Section section) {
    List<Axis> axes = new ArrayList<>();
    for (String axis : section.map().entries().keySet()) {
      Section values = section.section(name(axis, section.map().keyPlace(axis).toString()));
      List<Axis.Value> read = new ArrayList<>();
      for (String value : values.map().entries().keySet()) {
        name(value, values.map().keyPlace(value).toString());
        read.add(value(value, values.section(value)));
      }
      if (read.isEmpty()) {
        throw Section.wrong(
            "EXPERIMENT-AXIS", values.place(), values.path(), "at least one value", "none");
      }
      axes.add(new Axis(axis, read));
    }
    return axes;
  }

  private static Axis.Value value(String name, Section section) {
    Optional<CellCommand> command =
        section.find("command").isPresent()
            ? Optional.of(
                section.choice("command", List.of("train", "pca")).equals("pca")
                    ? CellCommand.PCA
                    : CellCommand.TRAIN)
            : Optional.empty();
    return new Axis.Value(
        name,
        section.maybeText("title").orElse(name),
        without(section.map(), List.of("title", "command", "metrics")),
        command,
        metrics(section));
  }

  static Optional<List<ConfigNode>> metrics(Section section) {
    return section.map().find("metrics").map(node -> section.list("metrics"));
  }

  private static MapNode without(MapNode map, List<String> keys) {
    Map<String, ConfigNode> rest = new LinkedHashMap<>(map.entries());
    rest.keySet().removeAll(keys);
    return new MapNode(rest, map.keyPlaces(), map.place());
  }

  private static String name(String name, String place) {
    if (!NAME.matcher(name).matches()) {
      throw new InputException(
          "EXPERIMENT-NAME",
          "expected a name of letters, digits, dots, hyphens and underscores, found " + name,
          place,
          "It becomes a part of folders' names; titles may have what you like.");
    }
    return name;
  }
}
