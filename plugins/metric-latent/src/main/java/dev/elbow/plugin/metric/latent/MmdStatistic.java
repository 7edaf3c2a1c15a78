package dev.elbow.plugin.metric.latent;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The unbiased estimate of MMD^2 from as many codes z as samples y, a U-statistic:
 *
 * <pre>
 * 1/(N(N-1)) sum over i != j of h_ij
 * h_ij = k(z_i, z_j) + k(y_i, y_j) - k(z_i, y_j) - k(z_j, y_i)
 * </pre>
 *
 * <p>Its variance is [4 (N-2) zeta_1 + 2 zeta_2] / (N (N-1)): zeta_2 is the variance of h_ij,
 * zeta_1 that of its mean over j, found from the rows' means less what their own spread adds. Where
 * the distributions agree zeta_1 is 0, and the second term is all.
 *
 * <p>Source: Gretton et al., A Kernel Two-Sample Test, 2012, lemma 6 and equation 4; Hoeffding, A
 * Class of Statistics with Asymptotically Normal Distribution, 1948, for the variance.
 *
 * @param value may be negative where the distributions agree
 * @param standardError of codes and samples together
 */
record MmdStatistic(double value, double standardError) {
  /** Tasks for the processors; always as many, so that sums have one order. */
  private static final int TASKS = 64;

  /**
   * @param codes at least 2
   * @param samples as many
   */
  static MmdStatistic of(RadialKernel kernel, Points codes, Points samples) {
    int count = codes.count();
    Part[] parts =
        IntStream.range(0, TASKS)
            .parallel()
            .mapToObj(task -> part(kernel, codes, samples, task))
            .toArray(Part[]::new);
    double[] rows = new double[count];
    double squares = 0;
    for (Part part : parts) {
      squares += part.squares;
      for (int i = 0; i < count; i++) {
        rows[i] += part.rows[i];
      }
    }
    return of(rows, squares);
  }

  /**
   * What some pairs i < j add.
   *
   * @param rows to the sum of each row of h
   * @param squares to the sum of h^2
   */
  private record Part(double[] rows, double squares) {}

  /** Every 64th row: rows get shorter, and so no task is longer than another. */
  private static Part part(RadialKernel kernel, Points codes, Points samples, int task) {
    int count = codes.count();
    double[] rows = new double[count];
    double[] h = new double[count];
    double[] buffer = new double[count];
    double squares = 0;
    for (int i = task; i < count - 1; i += TASKS) {
      int size = count - i - 1;
      Arrays.fill(h, 0, size, 0);
      add(kernel, 1, codes, i, codes, h, buffer);
      add(kernel, 1, samples, i, samples, h, buffer);
      add(kernel, -1, codes, i, samples, h, buffer);
      add(kernel, -1, samples, i, codes, h, buffer);
      for (int j = 0; j < size; j++) {
        rows[i] += h[j];
        rows[i + 1 + j] += h[j];
        squares += h[j] * h[j];
      }
    }
    return new Part(rows, squares);
  }

  private static void add(
      RadialKernel kernel, int sign, Points from, int i, Points to, double[] h, double[] buffer) {
    int size = to.count() - i - 1;
    from.squaredDistances(i, to, i + 1, buffer);
    for (int j = 0; j < size; j++) {
      h[j] += sign * kernel.at(buffer[j]);
    }
  }

  /**
   * @param rows the sum over j != i of h_ij for each i
   * @param squares the sum of h_ij^2 over i < j
   */
  private static MmdStatistic of(double[] rows, double squares) {
    double n = rows.length;
    double pairs = n * (n - 1);
    double sum = Arrays.stream(rows).sum();
    double ofRows = Arrays.stream(rows).map(row -> row * row).sum();
    double mean = sum / pairs;
    double zeta2 = 2 * squares / pairs - mean * mean;
    double zeta1 = n < 4 ? 0 : sharing(n, ofRows, squares) - apart(n, sum, ofRows, squares);
    double variance = (4 * (n - 2) * Math.max(0, zeta1) + 2 * Math.max(0, zeta2)) / pairs;
    return new MmdStatistic(mean, Math.sqrt(variance));
  }

  /** The mean of h_ij h_ik, all different. */
  private static double sharing(double n, double ofRows, double squares) {
    return (ofRows - 2 * squares) / (n * (n - 1) * (n - 2));
  }

  /** The mean of h_ij h_kl, all different: the square of the mean of h, without bias. */
  private static double apart(double n, double sum, double ofRows, double squares) {
    return (sum * sum - 4 * ofRows + 4 * squares) / (n * (n - 1) * (n - 2) * (n - 3));
  }
}
