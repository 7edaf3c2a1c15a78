package dev.elbow.plugin.metric.samples;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The squared Frechet distance of two Gaussians (Dowson and Landau 1982), which is also their
 * squared 2-Wasserstein distance:
 *
 * <pre>|m1 - m2|^2 + tr C1 + tr C2 - 2 tr (C1^(1/2) C2 C1^(1/2))^(1/2)</pre>
 *
 * <p>This form of the last term takes roots of symmetric matrices alone, by LAPACK in double
 * precision; (C1 C2)^(1/2) is the same trace of a matrix that is not symmetric. Eigenvalues that
 * rounding made negative count as 0: features that are never active have variance 0.
 */
final class GaussianDistance {
  private GaussianDistance() {}

  static double of(Moments one, Moments other) {
    double[] m1 = one.mean();
    double[] m2 = other.mean();
    double[] c1 = one.covariance();
    double[] c2 = other.covariance();
    int width = m1.length;
    double sum = -2 * traceOfRoot(c1, c2, width);
    for (int i = 0; i < width; i++) {
      sum += (m1[i] - m2[i]) * (m1[i] - m2[i]) + c1[i * width + i] + c2[i * width + i];
    }
    return Math.max(0, sum);
  }

  private static double traceOfRoot(double[] c1, double[] c2, int width) {
    try (INDArray first = matrix(c1, width);
        INDArray second = matrix(c2, width);
        INDArray root = root(first);
        INDArray left = root.mmul(second);
        INDArray inner = left.mmul(root);
        INDArray values = eigenvalues(inner)) {
      double trace = 0;
      for (int i = 0; i < width; i++) {
        trace += Math.sqrt(Math.max(0, values.getDouble(i)));
      }
      return trace;
    }
  }

  /** V diag(sqrt(values)) V^T; the matrix is overwritten with V. */
  private static INDArray root(INDArray matrix) {
    try (INDArray values = eigenvalues(matrix);
        INDArray scaled = matrix.dup()) {
      for (int i = 0; i < values.length(); i++) {
        double fourthRoot = Math.sqrt(Math.sqrt(Math.max(0, values.getDouble(i))));
        scaled.getColumn(i).muli(fourthRoot);
      }
      return scaled.mmul(scaled.transpose());
    }
  }

  /** Overwrites the matrix with its eigenvectors, one a column. */
  private static INDArray eigenvalues(INDArray matrix) {
    INDArray values = Nd4j.create(DataType.DOUBLE, matrix.rows());
    Nd4j.getBlasWrapper().syev('V', 'L', matrix, values);
    return values;
  }

  /** By columns, as LAPACK wants it; rows are columns, since it is symmetric. */
  private static INDArray matrix(double[] values, int width) {
    INDArray matrix = Nd4j.create(DataType.DOUBLE, new long[] {width, width}, 'f');
    matrix.data().setData(values);
    return matrix;
  }
}
