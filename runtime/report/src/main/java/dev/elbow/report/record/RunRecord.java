package dev.elbow.report.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.runs.Figure;
import dev.elbow.runs.Picture;
import dev.elbow.runs.PictureList;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run's folder says.
 *
 * @param folder of the run
 * @param manifest what it was made from
 * @param config its configuration, YAML
 * @param settings the same, flat
 * @param figures of the evaluation by name; empty if there was none yet
 * @param curves over the epochs; empty if no epoch is complete
 * @param epochs that are complete
 * @param remarks of the collapse doctor
 * @param pictures in their order
 */
public record RunRecord(
    RunFolder folder,
    ObjectNode manifest,
    String config,
    Settings settings,
    Map<String, Figure> figures,
    Curves curves,
    int epochs,
    List<Remark> remarks,
    List<Picture> pictures) {

  private static final int SHORT_DIGEST = 12;

  public RunRecord {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    remarks = List.copyOf(remarks);
    pictures = List.copyOf(pictures);
  }

  /**
   * Reads what is there: a run that is still in training lacks figures and pictures.
   *
   * @throws InputException if a file is damaged
   */
  public static RunRecord read(RunFolder folder) {
    String config = folder.config();
    List<ObjectNode> lines = folder.metrics().readAll();
    Map<String, Figure> figures = new LinkedHashMap<>();
    folder.figures().properties().forEach(e -> figures.put(e.getKey(), Figure.of(e.getValue())));
    return new RunRecord(
        folder,
        folder.manifest(),
        config,
        Settings.of(YamlReader.read(config, folder.configFile().toString())),
        figures,
        Curves.of(lines),
        lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("epoch").asInt(),
        folder.findings().readAll().stream().map(Remark::of).toList(),
        pictures(folder));
  }

  /** Those on the list, or, of a run that was made before there was one, those of known names. */
  private static List<Picture> pictures(RunFolder folder) {
    List<Picture> listed = new PictureList(folder.images()).read();
    if (!listed.isEmpty()) {
      return listed;
    }
    return List.of(
            new Picture("samples.png", "Samples", "A grid of samples.", ""),
            new Picture(
                "reconstructions.png", "Reconstructions", "Examples above reconstructions.", ""),
            new Picture("loss.png", "Curves", "The loss over the epochs.", ""))
        .stream()
        .filter(picture -> Files.isRegularFile(folder.images().resolve(picture.file())))
        .toList();
  }

  /** The folder's name, which tells runs of one configuration apart. */
  public String name() {
    Path name = folder.path().toAbsolutePath().normalize().getFileName();
    return name == null ? folder.path().toString() : name.toString();
  }

  public String dataName() {
    return manifest.path("data").path("name").asText("unknown data");
  }

  /** What the model was trained and evaluated on: the digest of the data, and their kind. */
  public String dataIdentity() {
    return manifest.path("data").path("sha256").asText()
        + " "
        + manifest.path("data").path("values").asText();
  }

  /** The data in words with the beginning of their digest. */
  public String dataWords() {
    String digest = manifest.path("data").path("sha256").asText();
    return "%s, %s (%s)"
        .formatted(
            dataName(),
            manifest.path("data").path("values").asText("unknown").replace('_', ' '),
            digest.substring(0, Math.min(SHORT_DIGEST, digest.length())));
  }

  /** The epochs that were asked for. */
  public Optional<String> plannedEpochs() {
    return settings.find("training.epochs");
  }

  /** Whether there is an evaluation. */
  public boolean evaluated() {
    return !figures.isEmpty();
  }

  /** The picture of this file, if the run has it. */
  public Optional<Picture> picture(String file) {
    return pictures.stream().filter(picture -> picture.file().equals(file)).findFirst();
  }
}
