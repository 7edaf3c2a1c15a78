package dev.elbow.engine.audit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A density to draw from that covers given points: in equal parts a wide Gaussian, and a narrower
 * one around each of some of the points, so that no mode is missed and no tail either.
 */
final class Proposal {
  private static final int CENTRES = 64;
  private static final double WIDE = 1.5;
  private static final double NARROW = 0.5;

  private final IndependentGaussian[] parts;
  private final double[] logWeights;

  /**
   * @param points {@code [points][size]}, at least {@value #CENTRES}
   */
  Proposal(double[][] points, int size) {
    IndependentGaussian all = IndependentGaussian.fit(points, size);
    double[] narrow = all.scaled(NARROW).deviation();
    parts = new IndependentGaussian[CENTRES + 1];
    logWeights = new double[CENTRES + 1];
    for (int i = 0; i < CENTRES; i++) {
      parts[i] = new IndependentGaussian(points[i], narrow);
      logWeights[i] = -Math.log(2.0 * CENTRES);
    }
    parts[CENTRES] = all.scaled(WIDE);
    logWeights[CENTRES] = -Math.log(2);
  }

  double[] sample(RandomGenerator random) {
    boolean wide = random.nextDouble() < 0.5;
    return parts[wide ? CENTRES : random.nextInt(CENTRES)].sample(random);
  }

  double logDensity(double[] z) {
    double[] terms = new double[parts.length];
    Arrays.setAll(terms, i -> logWeights[i] + parts[i].logDensity(z));
    double largest = Arrays.stream(terms).max().orElseThrow();
    return largest + Math.log(Arrays.stream(terms).map(t -> Math.exp(t - largest)).sum());
  }
}
