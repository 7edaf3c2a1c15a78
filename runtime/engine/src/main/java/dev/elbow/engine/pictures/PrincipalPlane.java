package dev.elbow.engine.pictures;

import dev.elbow.runs.Tensor;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Codes on the plane of their two directions of greatest variance. A direction's sign is chosen so
 * that its greatest component is positive: the same codes give the same picture.
 *
 * @param x along the first direction, from the mean; NaN for a code that is not finite
 * @param y along the second
 * @param firstShare of the codes' variance, from 0 to 1
 * @param secondShare of the codes' variance
 */
record PrincipalPlane(float[] x, float[] y, double firstShare, double secondShare) {

  /**
   * @param codes {@code [n, latent]}, latent at least 2
   * @return empty if fewer than two codes are finite
   */
  static Optional<PrincipalPlane> of(Tensor codes) {
    int finite = 0;
    for (int i = 0; i < codes.shape()[0]; i++) {
      finite += finite(codes, i) ? 1 : 0;
    }
    if (finite < 2) {
      return Optional.empty();
    }
    double[] mean = mean(codes, finite);
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(
            new Array2DRowRealMatrix(covariance(codes, mean, finite), false));
    double[] variances = eigen.getEigenvalues();
    double all = Arrays.stream(variances).sum();
    double scale = all > 0 ? all : 1;
    return Optional.of(
        new PrincipalPlane(
            along(codes, mean, eigen.getEigenvector(0).toArray()),
            along(codes, mean, eigen.getEigenvector(1).toArray()),
            variances[0] / scale,
            variances[1] / scale));
  }

  private static double[] mean(Tensor codes, int finite) {
    int d = Math.toIntExact(codes.shape()[1]);
    double[] mean = new double[d];
    for (int i = 0; i < codes.shape()[0]; i++) {
      for (int j = 0; finite(codes, i) && j < d; j++) {
        mean[j] += (double) codes.data()[i * d + j] / finite;
      }
    }
    return mean;
  }

  private static double[][] covariance(Tensor codes, double[] mean, int finite) {
    int d = mean.length;
    double[][] covariance = new double[d][d];
    for (int i = 0; i < codes.shape()[0]; i++) {
      if (!finite(codes, i)) {
        continue;
      }
      for (int j = 0; j < d; j++) {
        double left = codes.data()[i * d + j] - mean[j];
        for (int k = 0; k <= j; k++) {
          covariance[j][k] += left * (codes.data()[i * d + k] - mean[k]) / finite;
          covariance[k][j] = covariance[j][k];
        }
      }
    }
    return covariance;
  }

  private static float[] along(Tensor codes, double[] mean, double[] direction) {
    double greatest = 0;
    for (double component : direction) {
      greatest = Math.abs(component) > Math.abs(greatest) ? component : greatest;
    }
    float[] places = new float[Math.toIntExact(codes.shape()[0])];
    for (int i = 0; i < places.length; i++) {
      double place = 0;
      for (int j = 0; j < mean.length; j++) {
        place += (codes.data()[i * mean.length + j] - mean[j]) * direction[j];
      }
      places[i] = (float) (Math.signum(greatest) * place);
    }
    return places;
  }

  private static boolean finite(Tensor codes, int row) {
    int d = Math.toIntExact(codes.shape()[1]);
    for (int j = row * d; j < (row + 1) * d; j++) {
      if (!Float.isFinite(codes.data()[j])) {
        return false;
      }
    }
    return true;
  }
}
