package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.slopes;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Initializer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** KL(N(m, C) || N(n, diag v)) against the formula with dense matrices, solves and determinants. */
class GaussianMomentsTest {
  private static final double RHO = -0.6;

  private final Workbench bench = new Workbench();
  private SDVariable means;
  private SDVariable logVariances;

  /** The moments of AR(1) covariances with correlation RHO, fed from these rows. */
  private GaussianMoments correlated(double[][] mean, double[][] logVariance) {
    int latent = mean[0].length;
    means = bench.input("mean", mean);
    logVariances = bench.input("log-variance", logVariance);
    double logDetR =
        DenseGaussian.autoregressive(mean[0], RHO, Numbers.filled(latent, 1)).logDeterminant();
    SDVariable perExample = bench.graph().sumPerExample(means.mul(0)).add(logDetR);
    return GaussianMoments.correlated(means, logVariances, perExample);
  }

  /** N(mean, diag exp(logVariance)) with parameters of shape [1, latent]. */
  private DiagonalGaussian prior(double[] mean, double[] logVariance) {
    int latent = mean.length;
    return DiagonalGaussian.of(
        bench.graph().parameter("prior-mean", Initializer.of(mean), 1, latent),
        bench.graph().parameter("prior-log-variance", Initializer.of(logVariance), 1, latent));
  }

  private static DenseGaussian dense(double[] mean, double rho, double[] logVariance) {
    return DenseGaussian.autoregressive(mean, rho, Numbers.map(logVariance, Math::exp));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,4", "3,1", "3,4", "8,2"})
  void theKlOfCorrelatedDimensionsToAnyDiagonalGaussianIsTheDenseOne(int latent, int batch) {
    double[][] mean = normal(1, batch, latent);
    double[][] logVariance = normal(2, batch, latent);
    double[] n = normal(3, 1, latent)[0];
    double[] logV = normal(4, 1, latent)[0];
    SDVariable kl = correlated(mean, logVariance).kl(prior(n, logV));
    double[] expected = new double[batch];
    Arrays.setAll(expected, i -> dense(mean[i], RHO, logVariance[i]).klTo(dense(n, 0, logV)));
    assertClose(bench.vector(kl), expected, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,1", "3,4"})
  void theKlHasTheSlopesOfTheDenseOne(int latent, int batch) {
    double[][] mean = normal(1, batch, latent);
    double[][] logVariance = normal(2, batch, latent);
    double[] n = normal(3, 1, latent)[0];
    double[] logV = normal(4, 1, latent)[0];
    SDVariable kl = correlated(mean, logVariance).kl(prior(n, logV));
    DenseGaussian p = dense(n, 0, logV);
    double[][] byMean = new double[batch][];
    double[][] byLogVariance = new double[batch][];
    for (int i = 0; i < batch; i++) {
      double[] m = mean[i];
      double[] l = logVariance[i];
      byMean[i] = slopes(m, x -> dense(x, RHO, l).klTo(p));
      byLogVariance[i] = slopes(l, x -> dense(m, RHO, x).klTo(p));
    }
    assertClose(bench.gradientPerExample(kl, means), byMean, 1e-7);
    assertClose(bench.gradientPerExample(kl, logVariances), byLogVariance, 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,1", "3,4"})
  void thePriorLearnsFromTheKl(int latent, int batch) {
    double[][] mean = normal(1, batch, latent);
    double[][] logVariance = normal(2, batch, latent);
    double[] n = normal(3, 1, latent)[0];
    double[] logV = normal(4, 1, latent)[0];
    DiagonalGaussian prior = prior(n, logV);
    SDVariable sum = correlated(mean, logVariance).kl(prior).sum();
    double[] expected =
        slopes(
            logV,
            v -> {
              double total = 0;
              for (int i = 0; i < batch; i++) {
                total += dense(mean[i], RHO, logVariance[i]).klTo(dense(n, 0, v));
              }
              return total;
            });
    double[] found =
        bench.gradient(sum, prior.logVariance().orElseThrow()).reshape(latent).toDoubleVector();
    assertClose(found, expected, 1e-6);
  }

  @Test
  void theKlOfEachMarginalIsTheKlInOneDimension() {
    double[][] mean = normal(1, 2, 3);
    double[][] logVariance = normal(2, 2, 3);
    double[] n = {0.5, -1, 0};
    double[] logV = {0.3, 1, -1};
    SDVariable kl = correlated(mean, logVariance).klOfMarginals(prior(n, logV));
    double[][] expected = new double[2][3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        DenseGaussian p = dense(new double[] {n[j]}, 0, new double[] {logV[j]});
        expected[i][j] =
            dense(new double[] {mean[i][j]}, 0, new double[] {logVariance[i][j]}).klTo(p);
      }
    }
    assertClose(bench.matrix(kl), expected, 1e-12);
  }

  @Test
  void theKlToItselfIsZero() {
    double[] mean = {0.5, -1, 2};
    double[] logVariance = {0.3, 1, -1};
    means = bench.input("mean", mean);
    logVariances = bench.input("log-variance", logVariance);
    SDVariable kl = GaussianMoments.independent(means, logVariances).kl(prior(mean, logVariance));
    assertClose(bench.vector(kl), new double[] {0}, 1e-15);
  }
}
