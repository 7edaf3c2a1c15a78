package dev.elbow.engine.density;

import dev.elbow.engine.density.Codes.Range;
import java.util.List;
import java.util.stream.IntStream;

/** The two steps of EM for a Gaussian mixture, on standardised codes. */
final class ExpectationMaximization {
  /** Of the data's variance: a deviation of a thousandth. */
  static final double FLOOR = 1e-6;

  /** Of one code: a component with less has left the mixture. */
  private static final double EMPTY = 1e-6;

  private final Codes codes;
  private final CovarianceKind kind;
  private final CovarianceFloor floor = new CovarianceFloor(FLOOR);

  ExpectationMaximization(Codes standardized, CovarianceKind kind) {
    this.codes = standardized;
    this.kind = kind;
  }

  /**
   * What the E-step finds.
   *
   * @param moments of each component under its responsibilities
   * @param meanLogLikelihood of the mixture that was given, nats per code
   */
  record Expected(Moments moments, double meanLogLikelihood) {}

  private record Part(Moments moments, double logLikelihood) {}

  /** The E-step: responsibilities, summed. */
  Expected expect(GaussianMixture mixture) {
    MixtureScores scores = new MixtureScores(mixture);
    List<Part> parts = codes.inParts(part -> expect(scores, mixture.components(), part));
    Moments sum = new Moments(mixture.components(), codes.size(), kind);
    double logLikelihood = 0;
    for (Part part : parts) {
      sum.add(part.moments);
      logLikelihood += part.logLikelihood;
    }
    return new Expected(sum, logLikelihood / codes.count());
  }

  private Part expect(MixtureScores scores, int components, Range part) {
    Moments moments = new Moments(components, codes.size(), kind);
    double logLikelihood = 0;
    for (Range block : Codes.blocks(part)) {
      double[][] shares = scores.joint(codes.columns(block));
      for (double log : MixtureScores.normalize(shares)) {
        logLikelihood += log;
      }
      moments.add(codes, block, shares);
    }
    return new Part(moments, logLikelihood);
  }

  /** The M-step: the likeliest mixture for these moments; a component without codes leaves. */
  GaussianMixture maximize(Moments moments) {
    int[] kept =
        IntStream.range(0, moments.components()).filter(k -> moments.count(k) > EMPTY).toArray();
    double total = IntStream.of(kept).mapToDouble(moments::count).sum();
    double[] weights = new double[kept.length];
    double[][] means = new double[kept.length][];
    double[][][] covariances = new double[kept.length][][];
    for (int i = 0; i < kept.length; i++) {
      weights[i] = moments.count(kept[i]) / total;
      means[i] = moments.mean(kept[i]);
      covariances[i] = floor.raise(moments.covariance(kept[i]));
    }
    return new GaussianMixture(weights, means, covariances);
  }

  /**
   * The mixture to begin with: the groups' weights and means, and one covariance for all, that of
   * codes within their groups; a group of one code has no shape of its own.
   *
   * @param groups of each code, none empty
   */
  GaussianMixture begin(int[] groups, int components) {
    Moments moments = new Moments(components, codes.size(), kind);
    for (Range block : Codes.blocks(new Range(0, codes.count()))) {
      double[][] shares = new double[components][block.length()];
      for (int b = 0; b < block.length(); b++) {
        shares[groups[block.from() + b]][b] = 1;
      }
      moments.add(codes, block, shares);
    }
    double[][] within = new double[codes.size()][codes.size()];
    for (int k = 0; k < components; k++) {
      double[][] covariance = moments.covariance(k);
      for (int i = 0; i < within.length; i++) {
        for (int j = 0; j < within.length; j++) {
          within[i][j] += covariance[i][j] * moments.count(k) / codes.count();
        }
      }
    }
    return shared(moments, floor.raise(within));
  }

  private GaussianMixture shared(Moments moments, double[][] covariance) {
    int components = moments.components();
    double[] weights = new double[components];
    double[][] means = new double[components][];
    double[][][] covariances = new double[components][][];
    for (int k = 0; k < components; k++) {
      weights[k] = moments.count(k) / codes.count();
      means[k] = moments.mean(k);
      covariances[k] = covariance;
    }
    return new GaussianMixture(weights, means, covariances);
  }
}
