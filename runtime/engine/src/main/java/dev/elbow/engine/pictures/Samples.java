package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import dev.elbow.runs.Pictures;
import java.util.Optional;

/** A grid of new examples. */
final class Samples implements Plate {
  private static final int COUNT = 64;
  private static final int COLUMNS = 8;

  @Override
  public Optional<Picture> draw(Scene scene) {
    float[] pixels = scene.decoded(scene.draw(COUNT));
    Pictures.write(
        Pictures.grid(pixels, COUNT, scene.shape(), COLUMNS), scene.image("samples.png"));
    String from =
        scene.fitted()
            ? "codes drawn from a Gaussian fitted to the codes of the training data, because"
                + " nothing drew them to the prior"
            : "codes drawn from the prior";
    return Optional.of(
        new Picture(
            "samples.png",
            "Samples",
            "A grid of " + COUNT + " examples that the model drew.",
            ("What %s decode to. Look for variety, and for shapes that could be in the data: a"
                    + " model whose reconstructions are good and whose samples are not leaves"
                    + " holes between its codes.")
                .formatted(from)));
  }
}
