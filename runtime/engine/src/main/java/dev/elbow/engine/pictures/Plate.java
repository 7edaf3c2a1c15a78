package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import java.util.Optional;

/** One kind of picture. */
interface Plate {

  /** Draws it into the run's images; empty if there is nothing to draw of such a model. */
  Optional<Picture> draw(Scene scene);
}
