package dev.elbow.engine.density;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.runs.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * sum over k of w_k N(z; m_k, C_k), with log w_k kept beside the factors of C_k.
 *
 * <p>Arrays are shared with the caller, not copied: neither side changes them.
 */
public final class GaussianMixture {
  private static final double WEIGHTS_TOLERANCE = 1e-9;

  private final double[] weights;
  private final double[][] means;
  private final double[][][] covariances;
  private final List<Cholesky> factors;

  /**
   * @param weights {@code [components]}, positive, with sum 1
   * @param means {@code [components][latent]}
   * @param covariances {@code [components][latent][latent]}, symmetric and positive definite
   * @throws IllegalArgumentException if it is no density
   */
  public GaussianMixture(double[] weights, double[][] means, double[][][] covariances) {
    this.weights = weights;
    this.means = means;
    this.covariances = covariances;
    requireSizes();
    requireWeights();
    this.factors = factors();
  }

  private void requireSizes() {
    require(weights.length > 0, "expected at least one component");
    require(means.length == weights.length, "expected a mean for each weight");
    require(covariances.length == weights.length, "expected a covariance for each weight");
    for (int k = 0; k < weights.length; k++) {
      require(means[k].length > 0 && means[k].length == latent(), "a mean has another size");
      require(covariances[k].length == latent(), "a covariance has another size than the mean");
      for (int i = 0; i < latent(); i++) {
        require(covariances[k][i].length == latent(), "a covariance is not square");
        require(Double.isFinite(means[k][i]), "a mean is not finite");
        for (int j = 0; j < i; j++) {
          require(covariances[k][i][j] == covariances[k][j][i], "a covariance is not symmetric");
        }
      }
    }
  }

  private void requireWeights() {
    double sum = 0;
    for (double weight : weights) {
      require(weight > 0, "a weight is not positive");
      sum += weight;
    }
    require(Math.abs(sum - 1) < WEIGHTS_TOLERANCE, "the weights' sum is not 1");
  }

  private List<Cholesky> factors() {
    List<Cholesky> list = new ArrayList<>();
    for (double[][] covariance : covariances) {
      list.add(
          Cholesky.of(covariance)
              .orElseThrow(
                  () -> new IllegalArgumentException("a covariance is not positive definite")));
    }
    return list;
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** The number of Gaussians. */
  public int components() {
    return weights.length;
  }

  /** The size of z. */
  public int latent() {
    return means[0].length;
  }

  double[] weights() {
    return weights;
  }

  double[][] means() {
    return means;
  }

  double[][][] covariances() {
    return covariances;
  }

  Cholesky factor(int component) {
    return factors.get(component);
  }

  /**
   * log of the density at each code.
   *
   * @param codes {@code [count, latent]}
   * @return {@code [count]}, nats
   */
  public double[] logDensity(Tensor codes) {
    return new MixtureScores(this).logDensity(Codes.of(codes));
  }

  /**
   * Codes drawn from the density; the first are the same whatever the count.
   *
   * @return {@code [count, latent]}
   */
  public Tensor sample(int count, long seed) {
    float[] rows = new float[Math.multiplyExact(count, latent())];
    for (int i = 0; i < count; i++) {
      double[] z = sample(RandomStreams.stream(seed, "density", i));
      for (int j = 0; j < latent(); j++) {
        rows[i * latent() + j] = (float) z[j];
      }
    }
    return Tensor.of(rows, count, latent());
  }

  private double[] sample(RandomStream random) {
    int component = choose(random.nextDouble());
    double[] white = new double[latent()];
    for (int i = 0; i < white.length; i++) {
      white[i] = random.nextGaussian();
    }
    double[] z = factors.get(component).color(white);
    for (int i = 0; i < z.length; i++) {
      z[i] += means[component][i];
    }
    return z;
  }

  private int choose(double uniform) {
    double sum = 0;
    for (int k = 0; k < weights.length - 1; k++) {
      sum += weights[k];
      if (uniform < sum) {
        return k;
      }
    }
    return weights.length - 1;
  }

  /** The density of {@code scale * z + shift}, dimension by dimension. */
  GaussianMixture moved(double[] scale, double[] shift) {
    double[][] movedMeans = new double[components()][latent()];
    double[][][] movedCovariances = new double[components()][latent()][latent()];
    for (int k = 0; k < components(); k++) {
      for (int i = 0; i < latent(); i++) {
        movedMeans[k][i] = scale[i] * means[k][i] + shift[i];
        for (int j = 0; j < latent(); j++) {
          movedCovariances[k][i][j] = scale[i] * scale[j] * covariances[k][i][j];
        }
      }
    }
    return new GaussianMixture(weights, movedMeans, movedCovariances);
  }
}
