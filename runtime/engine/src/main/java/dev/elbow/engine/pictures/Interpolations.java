package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.Tensor;
import java.util.Optional;

/** What lies between two test examples, on a straight line between their codes. */
final class Interpolations implements Plate {
  private static final int MOST_PAIRS = 8;
  private static final int STEPS = 9;

  /** For a decoder that goes feature by feature, and so takes long. */
  private static final int FEW_PAIRS = 4;

  private static final int FEW_STEPS = 5;

  @Override
  public Optional<Picture> draw(Scene scene) {
    int pairs = Math.min(scene.stepwise() ? FEW_PAIRS : MOST_PAIRS, scene.test().size() / 2);
    if (pairs == 0) {
      return Optional.empty();
    }
    int steps = scene.stepwise() ? FEW_STEPS : STEPS;
    Tensor codes = scene.generator().encode(scene.model(), scene.test(), 2 * pairs);
    float[] decoded = scene.decoded(lines(codes, pairs, steps));
    float[] rows = rows(scene.originals(2 * pairs), decoded, pairs, steps);
    Pictures.write(
        Pictures.grid(rows, pairs * (steps + 2), scene.shape(), steps + 2),
        scene.image("interpolations.png"));
    return Optional.of(
        new Picture(
            "interpolations.png",
            "Interpolations",
            "Rows that go from one test example to another.",
            "Each row begins and ends with a test example. Between them is what the codes on the"
                + " straight line from the one's to the other's decode to. Look for steps that"
                + " are examples themselves: two examples that fade into each other mean that"
                + " the codes between are not used."));
  }

  /**
   * Codes from each even one to its odd neighbour, {@code [pairs * steps, latent]}.
   *
   * @param codes {@code [2 * pairs, latent]}
   */
  static Tensor lines(Tensor codes, int pairs, int steps) {
    int latent = Math.toIntExact(codes.shape()[1]);
    float[] from = codes.data();
    float[] lines = new float[pairs * steps * latent];
    for (int i = 0; i < lines.length; i++) {
      int pair = i / (steps * latent);
      int step = i / latent % steps;
      int dimension = i % latent;
      float part = (float) step / (steps - 1);
      float start = from[2 * pair * latent + dimension];
      float end = from[(2 * pair + 1) * latent + dimension];
      lines[i] = (1 - part) * start + part * end;
    }
    return new Tensor(new long[] {(long) pairs * steps, latent}, lines);
  }

  /** Each row of decoded examples between the two originals. */
  static float[] rows(float[] originals, float[] decoded, int pairs, int steps) {
    int features = originals.length / (2 * pairs);
    int between = steps * features;
    int row = between + 2 * features;
    float[] rows = new float[pairs * row];
    for (int pair = 0; pair < pairs; pair++) {
      int start = pair * row;
      System.arraycopy(originals, 2 * pair * features, rows, start, features);
      System.arraycopy(decoded, pair * between, rows, start + features, between);
      System.arraycopy(
          originals, (2 * pair + 1) * features, rows, start + features + between, features);
    }
    return rows;
  }
}
