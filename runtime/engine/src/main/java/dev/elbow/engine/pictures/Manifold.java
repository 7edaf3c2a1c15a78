package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a grid over a latent plane decodes to.
 *
 * <p>The grid lies at the quantiles (i + 1/2) / n of each coordinate, so that equal shares of the
 * prior's probability lie between its lines. They are those of many draws: every prior has draws,
 * few have an inverse distribution function.
 */
final class Manifold implements Plate {
  private static final int SIDE = 20;

  /** For a decoder that goes feature by feature, and so takes long. */
  private static final int SHORT_SIDE = 8;

  private static final int DRAWS = 20_000;

  @Override
  public Optional<Picture> draw(Scene scene) {
    if (scene.latent() != 2) {
      return Optional.empty();
    }
    int side = scene.stepwise() ? SHORT_SIDE : SIDE;
    float[] pixels = scene.decoded(grid(scene.draw(DRAWS), side));
    Pictures.write(
        Pictures.grid(pixels, side * side, scene.shape(), side), scene.image("manifold.png"));
    String over = scene.fitted() ? "of the Gaussian fitted to the codes" : "of the prior";
    return Optional.of(
        new Picture(
            "manifold.png",
            "The latent plane",
            "A grid of decoded codes that covers the latent plane.",
            ("What the latent plane decodes to, on a grid over the quantiles %s: the first"
                    + " coordinate grows to the right, the second upwards, and equal areas are"
                    + " drawn equally often. Look for every kind of example having its region,"
                    + " in proportion to how common it is, and for smooth passages.")
                .formatted(over)));
  }

  /**
   * Codes row by row from the upper left, {@code [side * side, 2]}.
   *
   * @param draws {@code [n, 2]}
   */
  static Tensor grid(Tensor draws, int side) {
    float[] first = quantiles(draws, 0, side);
    float[] second = quantiles(draws, 1, side);
    float[] codes = new float[2 * side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        codes[2 * (row * side + column)] = first[column];
        codes[2 * (row * side + column) + 1] = second[side - 1 - row];
      }
    }
    return new Tensor(new long[] {(long) side * side, 2}, codes);
  }

  private static float[] quantiles(Tensor draws, int column, int count) {
    int n = Math.toIntExact(draws.shape()[0]);
    float[] sorted = new float[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = draws.data()[2 * i + column];
    }
    Arrays.sort(sorted);
    float[] quantiles = new float[count];
    for (int i = 0; i < count; i++) {
      quantiles[i] = sorted[(int) ((i + 0.5) * n / count)];
    }
    return quantiles;
  }
}
