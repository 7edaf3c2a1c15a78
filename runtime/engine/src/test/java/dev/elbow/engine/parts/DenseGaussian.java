package dev.elbow.engine.parts;

/**
 * The multivariate normal distribution from its dense covariance, in plain Java: what the closed
 * forms of the parts are compared with.
 */
record DenseGaussian(double[] mean, double[][] covariance) {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** C_ij = sqrt(s_i s_j) rho^|i-j|. */
  static DenseGaussian autoregressive(double[] mean, double rho, double[] variances) {
    int d = mean.length;
    double[][] c = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        c[i][j] = Math.sqrt(variances[i] * variances[j]) * Math.pow(rho, Math.abs(i - j));
      }
    }
    return new DenseGaussian(mean, c);
  }

  static DenseGaussian diagonal(double[] mean, double[] variances) {
    return autoregressive(mean, 0, variances);
  }

  static DenseGaussian standard(int d) {
    double[] ones = new double[d];
    java.util.Arrays.fill(ones, 1);
    return diagonal(new double[d], ones);
  }

  /** The lower triangle L with L L' = C. */
  double[][] cholesky() {
    int d = mean.length;
    double[][] l = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
      }
    }
    return l;
  }

  double logDeterminant() {
    double[][] l = cholesky();
    double sum = 0;
    for (int i = 0; i < l.length; i++) {
      sum += 2 * Math.log(l[i][i]);
    }
    return sum;
  }

  /** mean + L e. */
  double[] sample(double[] noise) {
    double[][] l = cholesky();
    double[] z = mean.clone();
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j <= i; j++) {
        z[i] += l[i][j] * noise[j];
      }
    }
    return z;
  }

  double logDensity(double[] z) {
    return -0.5 * (mahalanobis(z) + logDeterminant() + z.length * LOG_TWO_PI);
  }

  /** 1/2 [ tr(P^-1 C) + (m - n)' P^-1 (m - n) - d + log det P - log det C ]. */
  double klTo(DenseGaussian prior) {
    double[][] l = cholesky();
    double trace = 0;
    for (int column = 0; column < l.length; column++) {
      double[] shifted = prior.mean.clone();
      for (int i = 0; i < l.length; i++) {
        shifted[i] += l[i][column];
      }
      trace += prior.mahalanobis(shifted);
    }
    double determinants = prior.logDeterminant() - logDeterminant();
    return 0.5 * (trace + prior.mahalanobis(mean) - l.length + determinants);
  }

  /** (z - mean)' C^-1 (z - mean), by forward substitution. */
  private double mahalanobis(double[] z) {
    double[][] l = cholesky();
    double[] e = new double[z.length];
    double sum = 0;
    for (int i = 0; i < e.length; i++) {
      e[i] = z[i] - mean[i];
      for (int j = 0; j < i; j++) {
        e[i] -= l[i][j] * e[j];
      }
      e[i] /= l[i][i];
      sum += e[i] * e[i];
    }
    return sum;
  }
}
