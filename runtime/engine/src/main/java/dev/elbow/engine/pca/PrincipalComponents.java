package dev.elbow.engine.pca;

import dev.elbow.data.Split;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The exact principal components of a set of examples, by the eigenvectors of its covariance.
 *
 * <p>Of all linear maps to k numbers and back, projection on the first k components has the least
 * squared error on these examples; the error is the sum of the other eigenvalues.
 */
public final class PrincipalComponents {
  /** The most features; the time grows with their third power. */
  public static final int MOST_FEATURES = 4096;

  private final double[] mean;
  private final double[] variances;
  private final double[][] directions;

  private PrincipalComponents(double[] mean, double[] variances, double[][] directions) {
    this.mean = mean;
    this.variances = variances;
    this.directions = directions;
  }

  /**
   * Analyses the examples.
   *
   * @param components how many directions to keep
   * @throws InputException if there are too many features, or fewer components than asked for
   */
  public static PrincipalComponents of(Split examples, int components) {
    int features = examples.shape().features();
    if (features > MOST_FEATURES) {
      throw new InputException(
          "PCA-TOO-LARGE",
          "expected at most %d features, found %d".formatted(MOST_FEATURES, features),
          "data",
          "Use smaller images: the time grows with the third power of their size.");
    }
    int most = Math.min(features, examples.size() - 1);
    if (components < 1 || components > most) {
      throw new InputException(
          "PCA-COMPONENTS",
          "expected from 1 to %d components of %d training examples with %d features, found %d"
              .formatted(most, examples.size(), features, components),
          "--components",
          "Choose numbers in this range.");
    }
    Covariance covariance = Covariance.of(examples);
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance.matrix(), false));
    double[][] directions = new double[components][];
    for (int k = 0; k < components; k++) {
      directions[k] = eigen.getEigenvector(k).toArray();
    }
    return new PrincipalComponents(covariance.mean(), eigen.getEigenvalues(), directions);
  }

  /** The variances along all components, largest first, {@code [features]}. */
  public double[] variances() {
    return variances.clone();
  }

  /** The part of the examples' variance that the first components have, from 0 to 1. */
  public double varianceKept(int components) {
    double kept = Arrays.stream(variances, 0, components).sum();
    double all = Arrays.stream(variances).sum();
    return all > 0 ? kept / all : 1;
  }

  /**
   * The mean squared error per feature of reconstructions from the first components.
   *
   * @param counts of components, each from 1 to the number kept
   * @return {@code [counts.length]}
   */
  public double[] meanSquaredErrors(Split examples, int... counts) {
    int features = mean.length;
    double[] sums = new double[counts.length];
    Pixels.inBatches(
        examples,
        (first, count, pixels) -> {
          for (int i = 0; i < count; i++) {
            double[] left = centered(pixels, i);
            double[] errors = squaredErrors(left);
            for (int c = 0; c < counts.length; c++) {
              sums[c] += errors[counts[c]];
            }
          }
        });
    return Arrays.stream(sums).map(sum -> sum / examples.size() / features).toArray();
  }

  private double[] centered(float[] pixels, int example) {
    double[] centered = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      centered[j] = pixels[example * mean.length + j] - mean[j];
    }
    return centered;
  }

  /** The squared errors with 0, 1, ... components; the projections are taken off in place. */
  private double[] squaredErrors(double[] left) {
    double[] errors = new double[directions.length + 1];
    errors[0] = product(left, left);
    for (int k = 0; k < directions.length; k++) {
      addScaled(left, directions[k], -product(left, directions[k]));
      errors[k + 1] = product(left, left);
    }
    return errors;
  }

  /**
   * What comes back of examples through the first components.
   *
   * @param pixels {@code [count * features]}
   * @return of the same size
   */
  public float[] reconstruct(float[] pixels, int components) {
    float[] result = new float[pixels.length];
    for (int i = 0; i < pixels.length / mean.length; i++) {
      double[] centered = centered(pixels, i);
      double[] back = mean.clone();
      for (int k = 0; k < components; k++) {
        addScaled(back, directions[k], product(centered, directions[k]));
      }
      for (int j = 0; j < mean.length; j++) {
        result[i * mean.length + j] = (float) back[j];
      }
    }
    return result;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addScaled(double[] sum, double[] values, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }
}
