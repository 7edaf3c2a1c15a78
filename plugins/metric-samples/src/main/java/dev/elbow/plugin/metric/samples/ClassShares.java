package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Shares of classes among data and samples, and their cross-entropy.
 *
 * @param data p, shares of the labels
 * @param samples q, mean probabilities
 * @param crossEntropy -sum_k p_k log q_k, nats
 * @param standardError by the delta method, over the draw of the samples and that of the labels
 */
record ClassShares(
    List<Double> data, List<Double> samples, double crossEntropy, OptionalDouble standardError) {

  static ClassShares of(int[] labels, Matrix probabilities) {
    int classes = probabilities.columns();
    double[] p = new double[classes];
    for (int label : labels) {
      p[label]++;
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= labels.length;
    }
    double[] q = new double[classes];
    for (int row = 0; row < probabilities.rows(); row++) {
      for (int k = 0; k < classes; k++) {
        q[k] += (double) probabilities.at(row, k) / probabilities.rows();
      }
    }
    double cross = -sumOfLogs(p, q);
    boolean known = Double.isFinite(cross) && labels.length > 1 && probabilities.rows() > 1;
    OptionalDouble error =
        known
            ? OptionalDouble.of(
                Math.sqrt(ofSamples(p, q, probabilities) + ofLabels(p, q, labels.length, cross)))
            : OptionalDouble.empty();
    return new ClassShares(list(p), list(q), cross, error);
  }

  /** -sum_k p_k log p_k, nats. */
  double entropy() {
    double[] p = data.stream().mapToDouble(Double::doubleValue).toArray();
    return -sumOfLogs(p, p);
  }

  private static double sumOfLogs(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum += p[k] > 0 ? p[k] * Math.log(q[k]) : 0;
    }
    return sum;
  }

  /**
   * The derivative by q_k is -p_k / q_k: the variance over n of sum_k p_k / q_k times the
   * probability, whose mean is sum_k p_k = 1.
   */
  private static double ofSamples(double[] p, double[] q, Matrix probabilities) {
    int n = probabilities.rows();
    double squares = 0;
    for (int row = 0; row < n; row++) {
      double off = -1;
      for (int k = 0; k < p.length; k++) {
        off += p[k] > 0 ? p[k] / q[k] * probabilities.at(row, k) : 0;
      }
      squares += off * off;
    }
    return squares / (n - 1) / n;
  }

  /** The figure is a mean over the labels: of log q of each. */
  private static double ofLabels(double[] p, double[] q, int n, double cross) {
    double variance = 0;
    for (int k = 0; k < p.length; k++) {
      double off = p[k] > 0 ? -Math.log(q[k]) - cross : 0;
      variance += p[k] * off * off;
    }
    return variance / (n - 1);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
