package dev.elbow.plugin.metric.latent;

import java.util.Arrays;

/** The median squared distance of two different points. */
final class Median {
  /** Of each set: 2000 points have 2 million pairs, enough for a width. */
  static final int MOST = 1000;

  private Median() {}

  /** Of the first points of both sets pooled; 1 if it is 0, as where all points are one. */
  static double ofPooled(Points codes, Points samples) {
    int each = Math.min(MOST, codes.count());
    double[] squares = new double[each * (2 * each - 1)];
    double[] buffer = new double[Math.max(codes.count(), samples.count())];
    int filled = 0;
    for (int i = 0; i < each; i++) {
      filled = add(codes, i, codes, i + 1, each, buffer, squares, filled);
      filled = add(samples, i, samples, i + 1, each, buffer, squares, filled);
      filled = add(codes, i, samples, 0, each, buffer, squares, filled);
    }
    Arrays.sort(squares);
    double median = squares[(squares.length - 1) / 2];
    return median > 0 ? median : 1;
  }

  private static int add(
      Points from, int i, Points to, int first, int end, double[] buffer, double[] all, int at) {
    from.squaredDistances(i, to, first, buffer);
    System.arraycopy(buffer, 0, all, at, end - first);
    return at + end - first;
  }
}
