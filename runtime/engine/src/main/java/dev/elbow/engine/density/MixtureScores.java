package dev.elbow.engine.density;

import dev.elbow.engine.density.Codes.Range;
import java.util.Arrays;

/** Scores codes under a mixture, in the log domain throughout. */
final class MixtureScores {
  private final GaussianMixture mixture;
  private final double[][][] whitening;
  private final double[] constants;

  MixtureScores(GaussianMixture mixture) {
    this.mixture = mixture;
    this.whitening = new double[mixture.components()][][];
    this.constants = new double[mixture.components()];
    for (int k = 0; k < constants.length; k++) {
      Cholesky factor = mixture.factor(k);
      whitening[k] = factor.whitening();
      constants[k] =
          Math.log(mixture.weights()[k])
              - 0.5 * (mixture.latent() * Math.log(2 * Math.PI) + factor.logDeterminant());
    }
  }

  /** log of the density at each code, {@code [count]}. */
  double[] logDensity(Codes codes) {
    double[] all = new double[codes.count()];
    codes.inParts(
        part -> {
          for (Range block : Codes.blocks(part)) {
            double[] logs = normalize(joint(codes.columns(block)));
            System.arraycopy(logs, 0, all, block.from(), logs.length);
          }
          return part;
        });
    return all;
  }

  /**
   * log (w_k N(z; m_k, C_k)).
   *
   * @param columns {@code [latent][length]}
   * @return {@code [components][length]}
   */
  double[][] joint(double[][] columns) {
    int length = columns[0].length;
    double[][] logs = new double[constants.length][length];
    double[][] centered = new double[columns.length][length];
    double[] white = new double[length];
    for (int k = 0; k < logs.length; k++) {
      center(columns, mixture.means()[k], centered);
      Arrays.fill(logs[k], constants[k]);
      for (double[] row : whitening[k]) {
        whiten(row, centered, white);
        for (int b = 0; b < length; b++) {
          logs[k][b] -= 0.5 * white[b] * white[b];
        }
      }
    }
    return logs;
  }

  private static void center(double[][] columns, double[] mean, double[][] centered) {
    for (int j = 0; j < columns.length; j++) {
      for (int b = 0; b < columns[j].length; b++) {
        centered[j][b] = columns[j][b] - mean[j];
      }
    }
  }

  private static void whiten(double[] row, double[][] centered, double[] white) {
    Arrays.fill(white, 0);
    for (int j = 0; j < row.length; j++) {
      double factor = row[j];
      if (factor != 0) {
        double[] column = centered[j];
        for (int b = 0; b < white.length; b++) {
          white[b] += factor * column[b];
        }
      }
    }
  }

  /**
   * Turns joint log densities into responsibilities, in place.
   *
   * @param joint {@code [components][length]}
   * @return log of the sum over components, {@code [length]}
   */
  static double[] normalize(double[][] joint) {
    int length = joint[0].length;
    double[] largest = new double[length];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (double[] logs : joint) {
      for (int b = 0; b < length; b++) {
        largest[b] = Math.max(largest[b], logs[b]);
      }
    }
    double[] sums = new double[length];
    for (double[] logs : joint) {
      for (int b = 0; b < length; b++) {
        logs[b] = Math.exp(logs[b] - largest[b]);
        sums[b] += logs[b];
      }
    }
    for (double[] logs : joint) {
      for (int b = 0; b < length; b++) {
        logs[b] /= sums[b];
      }
    }
    for (int b = 0; b < length; b++) {
      sums[b] = largest[b] + Math.log(sums[b]);
    }
    return sums;
  }
}
