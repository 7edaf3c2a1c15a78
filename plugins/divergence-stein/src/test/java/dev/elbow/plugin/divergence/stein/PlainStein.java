package dev.elbow.plugin.divergence.stein;

import dev.elbow.plugin.divergence.stein.SteinOptions.Bandwidth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Direction and discrepancy by their definitions, with loops, and clouds of points. */
final class PlainStein {
  private final double[][] z;
  private final double[][] scores;
  private final double width;

  PlainStein(double[][] z, SteinOptions options, UnaryOperator<double[]> score) {
    this.z = z;
    this.scores = new double[z.length][];
    for (int i = 0; i < z.length; i++) {
      scores[i] = score.apply(z[i]);
    }
    this.width =
        options.bandwidth() == Bandwidth.FIXED
            ? 2 * options.sigma() * options.sigma()
            : median(z) / Math.log(z.length + 1);
  }

  /** The median squared distance of different points; of an even number the lower middle one. */
  private static double median(double[][] z) {
    List<Double> squares = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < i; j++) {
        squares.add(squared(z[i], z[j]));
      }
    }
    Collections.sort(squares);
    return squares.isEmpty() ? 1 : squares.get((squares.size() - 1) / 2);
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  private double kernel(int i, int j) {
    return Math.exp(-squared(z[i], z[j]) / width);
  }

  /** The k-th element of the kernel's gradient by its first argument, z_i. */
  private double kernelByFirst(int i, int j, int k) {
    return -2 / width * (z[i][k] - z[j][k]) * kernel(i, j);
  }

  /** phi(z_i) = 1/n sum_j [ k(z_j, z_i) s_j + grad_(z_j) k(z_j, z_i) ]. */
  double[] direction(int i) {
    double[] phi = new double[z[i].length];
    for (int j = 0; j < z.length; j++) {
      for (int k = 0; k < phi.length; k++) {
        phi[k] += (kernel(j, i) * scores[j][k] + kernelByFirst(j, i, k)) / z.length;
      }
    }
    return phi;
  }

  /** s_i.s_j k + s_i.grad_j k + s_j.grad_i k + trace grad_i grad_j k. */
  private double pair(int i, int j) {
    double sum = 0;
    for (int k = 0; k < z[i].length; k++) {
      double byFirst = kernelByFirst(i, j, k);
      double offset = z[i][k] - z[j][k];
      double mixed = (2 / width - 4 * offset * offset / (width * width)) * kernel(i, j);
      sum += scores[i][k] * scores[j][k] * kernel(i, j);
      sum += -scores[i][k] * byFirst + scores[j][k] * byFirst + mixed;
    }
    return sum;
  }

  /** The mean over pairs of different codes; 0 if there is none. */
  double discrepancy() {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        sum += i == j ? 0 : pair(i, j);
      }
    }
    return sum / Math.max(1, z.length * (z.length - 1));
  }

  /** A normal cloud around (mean, ..., mean). */
  static double[][] normal(Random random, int rows, int latent, double mean, double deviation) {
    double[][] cloud = new double[rows][latent];
    for (double[] point : cloud) {
      for (int i = 0; i < latent; i++) {
        point[i] = mean + deviation * random.nextGaussian();
      }
    }
    return cloud;
  }
}
