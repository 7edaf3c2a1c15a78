package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the pictures of a run are, in {@code images/pictures.json}. */
public final class PictureList {
  private static final String PICTURES = "pictures";

  private final Path images;
  private final Path file;

  /**
   * @param images the folder with the pictures
   */
  public PictureList(Path images) {
    this.images = images;
    this.file = images.resolve("pictures.json");
  }

  /**
   * Replaces the list, atomically.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public void write(List<Picture> pictures) {
    ObjectNode json = Json.object();
    ArrayNode array = json.putArray(PICTURES);
    for (Picture picture : pictures) {
      array
          .addObject()
          .put("file", picture.file())
          .put("title", picture.title())
          .put("alternative", picture.alternative())
          .put("caption", picture.caption());
    }
    AtomicFiles.write(file, Json.pretty(json));
  }

  /**
   * The pictures in their order, those that are there; empty if there is no list.
   *
   * @throws InputException {@code RUN-PICTURES} if the file is not a JSON object
   */
  public List<Picture> read() {
    List<Picture> pictures = new ArrayList<>();
    for (JsonNode entry : Files.exists(file) ? parsed().path(PICTURES) : Json.object()) {
      Picture picture =
          new Picture(
              entry.path("file").asText(),
              entry.path("title").asText(),
              entry.path("alternative").asText(),
              entry.path("caption").asText());
      // A name with folders in it was not written here: nothing outside the run is shown.
      boolean here = Path.of(picture.file()).getNameCount() == 1;
      if (here && Files.isRegularFile(images.resolve(picture.file()))) {
        pictures.add(picture);
      }
    }
    return List.copyOf(pictures);
  }

  private ObjectNode parsed() {
    try {
      return Json.parse(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "RUN-PICTURES",
          "not JSON: " + Json.describe(e),
          file.toString(),
          "Remove the file; elbow report makes it again.",
          e);
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }
}
