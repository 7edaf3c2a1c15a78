package dev.elbow.tck;

import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The linear-Gaussian model, all of whose figures are known: z ~ N(0, I), x = W z + b + e with e ~
 * N(0, sigma^2 I), b = 1/2 and sigma = 1/2.
 *
 * <p>The columns of W are orthogonal, so that the true posterior has independent dimensions,
 * N(m(x), diag s) with m_i = w_i'(x - b) / (sigma^2 + |w_i|^2) and s_i = sigma^2 / (sigma^2 +
 * |w_i|^2). The model's posterior is q(z|x) = N(m(x) + shift, stretch diag s): the true one with
 * shift 0 and stretch 1. Of several dimensions the last has w_i = 0: the code does not use it.
 *
 * <p>Source: Tipping and Bishop, Probabilistic Principal Component Analysis, 1999.
 */
public final class LinearGaussian {
  private static final double BIAS = 0.5;
  private static final double NOISE = 0.25;
  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  private final DataShape shape;
  private final double shift;
  private final double stretch;
  private final double[] squares;
  private final double[][] columns;

  private LinearGaussian(DataShape shape, int latent, double shift, double stretch) {
    this.shape = shape;
    this.shift = shift;
    this.stretch = stretch;
    this.squares = IntStream.range(0, latent).mapToDouble(i -> square(i, latent)).toArray();
    this.columns = new double[latent][];
    Arrays.setAll(columns, i -> column(i, shape.features(), squares[i]));
  }

  /** |w_i|^2. */
  private static double square(int i, int latent) {
    return i > 0 && i == latent - 1 ? 0 : 4 * Math.pow(0.5, i);
  }

  /** Columns of the cosine transform are orthogonal. */
  private static double[] column(int i, int features, double square) {
    double[] column = new double[features];
    double scale = Math.sqrt(2 * square / features);
    Arrays.setAll(column, j -> scale * Math.cos(Math.PI * (j + 0.5) * (i + 1) / features));
    return column;
  }

  /**
   * With the true posterior and examples of 1 x 2 x 3.
   *
   * @param latent the size of z, from 1 to 5
   */
  public static LinearGaussian of(int latent) {
    return of(latent, new DataShape(1, 2, 3));
  }

  /**
   * With the true posterior.
   *
   * @param latent the size of z, less than the features
   */
  public static LinearGaussian of(int latent, DataShape shape) {
    if (latent < 1 || latent >= shape.features()) {
      throw new IllegalArgumentException(
          "expected a latent size from 1 to %d, found %d".formatted(shape.features() - 1, latent));
    }
    return new LinearGaussian(shape, latent, 0, 1);
  }

  /**
   * With a posterior that is not the true one.
   *
   * @param shift what every mean is moved by
   * @param stretch what every variance is multiplied by
   */
  public LinearGaussian withPosterior(double shift, double stretch) {
    return new LinearGaussian(shape, latentSize(), shift, stretch);
  }

  public int latentSize() {
    return squares.length;
  }

  public DataShape shape() {
    return shape;
  }

  /** sigma^2. */
  public double noiseVariance() {
    return NOISE;
  }

  /** |w_i|^2 of each dimension; 0 of one that is not used. */
  public double[] squaredLengths() {
    return squares.clone();
  }

  /** W z + b, the mean of p(x|z). */
  public double[] decode(double[] z) {
    double[] x = new double[shape.features()];
    Arrays.fill(x, BIAS);
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j] += columns[i][j] * z[i];
      }
    }
    return x;
  }

  /** w_i'(x - b). */
  double projection(float[] x, int i) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += columns[i][j] * (x[j] - BIAS);
    }
    return sum;
  }

  /** The mean of q(z|x). */
  public double[] posteriorMean(float[] x) {
    return IntStream.range(0, latentSize())
        .mapToDouble(i -> projection(x, i) / (NOISE + squares[i]) + shift)
        .toArray();
  }

  /** The variance of q(z|x), which is that of every x. */
  public double[] posteriorVariance() {
    return Arrays.stream(squares).map(l -> stretch * NOISE / (NOISE + l)).toArray();
  }

  /** The mean of the aggregate posterior q(z) = E q(z|x), in every dimension. */
  public double aggregateMean() {
    return shift;
  }

  /** The variance of the aggregate posterior, which is a Gaussian of independent dimensions. */
  public double[] aggregateVariance() {
    return Arrays.stream(squares).map(l -> (l + stretch * NOISE) / (NOISE + l)).toArray();
  }

  /** log p(x) = log N(x; b, W W' + sigma^2 I). */
  public double logLikelihood(float[] x) {
    double exponent = 0;
    double logDeterminant = 0;
    for (float value : x) {
      exponent += (value - BIAS) * (value - BIAS) / NOISE;
      logDeterminant += Math.log(NOISE);
    }
    for (int i = 0; i < latentSize(); i++) {
      double along = projection(x, i);
      exponent -= along * along / (NOISE * (NOISE + squares[i]));
      logDeterminant += Math.log((NOISE + squares[i]) / NOISE);
    }
    return -0.5 * (exponent + logDeterminant + x.length * LOG_2_PI);
  }

  /** log p(x|z). */
  public double logLikelihood(float[] x, double[] z) {
    double[] mean = decode(z);
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (x[j] - mean[j]) * (x[j] - mean[j]) / NOISE + Math.log(NOISE) + LOG_2_PI;
    }
    return -0.5 * sum;
  }

  /** E log p(x) over the model's data: the negative entropy of x. */
  public double meanLogLikelihood() {
    int features = shape.features();
    double logDeterminant = features * Math.log(NOISE);
    for (double square : squares) {
      logDeterminant += Math.log((NOISE + square) / NOISE);
    }
    return -0.5 * (logDeterminant + features * (LOG_2_PI + 1));
  }

  /** log p(x) less the ELBO, which is KL(q(z|x) || p(z|x)) and that of every x. */
  public double gap() {
    double sum = 0;
    for (double square : squares) {
      double trueVariance = NOISE / (NOISE + square);
      sum += shift * shift / trueVariance + stretch - 1 - Math.log(stretch);
    }
    return 0.5 * sum;
  }

  /** KL(q(z_i|x) || p(z_i)) of each dimension. */
  public double[] kl(float[] x) {
    double[] mean = posteriorMean(x);
    double[] variance = posteriorVariance();
    double[] kl = new double[mean.length];
    Arrays.setAll(kl, i -> klToStandard(mean[i] * mean[i], variance[i]));
    return kl;
  }

  /** E KL(q(z_i|x) || p(z_i)) of each dimension over the model's data. */
  public double[] meanKl() {
    double[] variance = posteriorVariance();
    double[] aggregate = aggregateVariance();
    double[] kl = new double[variance.length];
    Arrays.setAll(kl, i -> klToStandard(shift * shift + aggregate[i] - variance[i], variance[i]));
    return kl;
  }

  /** I(x; z) under q(z|x) and the model's data: 1/2 sum log of aggregate over own variance. */
  public double mutualInformation() {
    double[] variance = posteriorVariance();
    double[] aggregate = aggregateVariance();
    return IntStream.range(0, variance.length)
        .mapToDouble(i -> 0.5 * Math.log(aggregate[i] / variance[i]))
        .sum();
  }

  private static double klToStandard(double squaredMean, double variance) {
    return 0.5 * (squaredMean + variance - 1 - Math.log(variance));
  }
}
