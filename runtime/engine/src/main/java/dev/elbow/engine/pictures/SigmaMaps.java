package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.Tensor;
import java.util.Locale;
import java.util.Optional;

/** The mean and the standard deviation of p(x|z) for reconstructions. */
final class SigmaMaps implements Plate {
  private static final int MOST = 16;
  private static final int COLUMNS = 8;

  @Override
  public Optional<Picture> draw(Scene scene) {
    int count = Math.min(MOST, scene.test().size());
    Tensor codes = scene.generator().encode(scene.model(), scene.test(), count);
    return scene
        .generator()
        .deviation(scene.model(), codes, scene.how())
        .map(sigma -> draw(scene, count, codes, sigma.data()));
  }

  private static Picture draw(Scene scene, int count, Tensor codes, float[] sigma) {
    Pictures.write(
        Pictures.heatStacks(
            count, scene.shape(), COLUMNS, sigma, scene.originals(count), scene.decoded(codes)),
        scene.image("sigma.png"));
    return new Picture(
        "sigma.png",
        "Where the decoder is sure",
        "Rows of test examples, their means, and maps of sigma.",
        ("Test examples, the means of p(x|z), and the standard deviations of their pixels, from"
                + " %s (dark blue) to %s (yellow). Look for bright edges, where strokes may lie a"
                + " little differently, and for dark areas that never change: their density is"
                + " what makes a score with a sigma per pixel so high.")
            .formatted(number(least(sigma)), number(greatest(sigma))));
  }

  private static float least(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static float greatest(float[] values) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  private static String number(float value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
