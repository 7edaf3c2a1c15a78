package dev.elbow.report.html;

import dev.elbow.runs.Picture;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures with their words. */
public final class Gallery {
  private Gallery() {}

  /** A picture below its title and above its caption; empty if it cannot be read. */
  public static Optional<Tag> figure(Path images, Picture picture) {
    return image(images, picture)
        .map(
            image ->
                Tag.of("figure")
                    .add(Tag.of("h3", picture.title()), image)
                    .add(Tag.of("figcaption", picture.caption())));
  }

  /** The picture alone; empty if it cannot be read. */
  public static Optional<Tag> image(Path images, Picture picture) {
    return DataUri.of(images.resolve(picture.file()))
        .map(uri -> Tag.of("img").set("alt", picture.alternative()).set("src", uri));
  }
}
