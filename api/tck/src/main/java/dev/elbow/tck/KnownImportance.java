package dev.elbow.tck;

import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.Matrix;
import java.util.Random;

/** The importance-weighted estimate by its definition. */
record KnownImportance(LinearGaussian law, int samples, Random random) {

  ImportanceScores of(Matrix x) {
    double[] estimates = new double[x.rows()];
    double[] sizes = new double[x.rows()];
    for (int r = 0; r < x.rows(); r++) {
      double[] logWeights = logWeights(x.row(r));
      estimates[r] = PlainGaussian.logMeanExp(logWeights);
      sizes[r] = effectiveSize(logWeights, estimates[r]);
    }
    return new ImportanceScores(estimates, sizes);
  }

  private double[] logWeights(float[] x) {
    double[] mean = law.posteriorMean(x);
    double[] variance = law.posteriorVariance();
    double[] logWeights = new double[samples];
    for (int k = 0; k < samples; k++) {
      double[] z = PlainGaussian.sample(random, mean, variance);
      logWeights[k] =
          law.logLikelihood(x, z)
              + PlainGaussian.logDensity(z)
              - PlainGaussian.logDensity(z, mean, variance);
    }
    return logWeights;
  }

  private static double effectiveSize(double[] logWeights, double logMean) {
    double sum = 0;
    double squares = 0;
    for (double logWeight : logWeights) {
      double weight = Math.exp(logWeight - logMean);
      sum += weight;
      squares += weight * weight;
    }
    return sum * sum / squares;
  }
}
