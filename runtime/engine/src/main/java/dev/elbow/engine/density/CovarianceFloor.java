package dev.elbow.engine.density;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Keeps a covariance from collapsing on a few codes, where a likelihood has no maximum.
 *
 * <p>Of all covariances C with every variance at least f in any direction, the likeliest for sample
 * covariance S = U diag(s) U' is U diag(max(s, f)) U'. With this choice, rather than f added to the
 * diagonal, EM never lowers the likelihood.
 */
final class CovarianceFloor {
  private final double floor;

  CovarianceFloor(double floor) {
    this.floor = floor;
  }

  /** The likeliest covariance above the floor; the argument itself where it is one. */
  double[][] raise(double[][] covariance) {
    double[][] excess = new double[covariance.length][];
    boolean diagonal = true;
    for (int i = 0; i < excess.length; i++) {
      excess[i] = covariance[i].clone();
      excess[i][i] -= floor;
      for (int j = 0; j < i; j++) {
        diagonal &= covariance[i][j] == 0;
      }
    }
    if (Cholesky.of(excess).isPresent()) {
      return covariance;
    }
    return diagonal ? raiseDiagonal(covariance) : raiseEigenvalues(covariance);
  }

  private double[][] raiseDiagonal(double[][] covariance) {
    double[][] raised = new double[covariance.length][covariance.length];
    for (int i = 0; i < raised.length; i++) {
      raised[i][i] = Math.max(floor, covariance[i][i]);
    }
    return raised;
  }

  private double[][] raiseEigenvalues(double[][] covariance) {
    int size = covariance.length;
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance));
    double[][] raised = new double[size][size];
    for (int k = 0; k < size; k++) {
      double value = Math.max(floor, eigen.getEigenvalue(k));
      double[] vector = eigen.getEigenvector(k).toArray();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          raised[i][j] += value * vector[i] * vector[j];
          raised[j][i] = raised[i][j];
        }
      }
    }
    return raised;
  }
}
