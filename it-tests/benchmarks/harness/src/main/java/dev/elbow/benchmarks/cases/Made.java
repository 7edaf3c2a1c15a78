package dev.elbow.benchmarks.cases;

/**
 * The masks of an inverse autoregressive flow's network with one hidden layer: a unit of degree d
 * sees the inputs 1 to d, and output i sees units of degree below i.
 *
 * <p>Source: Germain et al., MADE: Masked Autoencoder for Distribution Estimation, 2015.
 */
public final class Made {
  private Made() {}

  /** {@code [latent, hidden]}. */
  public static float[][] hiddenMask(int latent) {
    float[][] mask = new float[latent][Model.IAF_HIDDEN];
    for (int i = 0; i < latent; i++) {
      for (int j = 0; j < Model.IAF_HIDDEN; j++) {
        mask[i][j] = degree(j, latent) >= i + 1 ? 1 : 0;
      }
    }
    return mask;
  }

  /** {@code [hidden, 2 latent]}. */
  public static float[][] outputMask(int latent) {
    float[][] mask = new float[Model.IAF_HIDDEN][2 * latent];
    for (int i = 0; i < Model.IAF_HIDDEN; i++) {
      for (int j = 0; j < 2 * latent; j++) {
        mask[i][j] = j % latent + 1 > degree(i, latent) ? 1 : 0;
      }
    }
    return mask;
  }

  private static int degree(int unit, int latent) {
    return unit % (latent - 1) + 1;
  }
}
