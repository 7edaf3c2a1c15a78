package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import java.util.Optional;

/** Test examples above what comes back of them. */
final class Reconstructions implements Plate {
  private static final int MOST = 32;

  @Override
  public Optional<Picture> draw(Scene scene) {
    int count = Math.min(MOST, scene.test().size());
    new Album(scene.generator())
        .reconstructions(
            scene.model(), scene.test(), count, scene.how(), scene.image("reconstructions.png"));
    boolean denoising = scene.model().parts().options().corruption().isPresent();
    return Optional.of(
        new Picture(
            "reconstructions.png",
            "Reconstructions",
            "Pairs of rows: test examples, and below them their reconstructions.",
            (denoising
                    ? "Test examples, what the model was shown of them, and what it made of that. "
                    : "Test examples above what comes back of their codes. ")
                + "Look for blur, and for details that are lost or replaced by what is common:"
                + " reconstructions that are all alike are a sign of collapse."));
  }
}
