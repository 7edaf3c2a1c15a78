package dev.elbow.plugin.metric.latent;

import java.util.Arrays;

/**
 * A positive definite kernel k(r) of the distance alone: the kernels of the divergence {@code mmd}.
 */
interface RadialKernel {
  /** Source: Tolstikhin et al., Wasserstein Auto-Encoders, 2018, and its authors' code. */
  double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10};

  /** k of a squared distance. */
  double at(double square);

  /** The formula, for the settings. */
  String description();

  /** The kernel of these options, whose width may come from the points. */
  static RadialKernel of(AggregateMmdOptions options, Points codes, Points samples) {
    int latent = codes.dimensions();
    if (options.kernel() == AggregateMmdOptions.Kernel.IMQ) {
      return multiquadrics(2 * latent * options.priorVariance());
    }
    return switch (options.bandwidth()) {
      case FIXED -> gaussian(2 * options.sigma() * options.sigma(), "sigma = " + options.sigma());
      case SCALED -> gaussian((double) latent * latent, "d = " + latent);
      case MEDIAN -> gaussian(2 * Median.ofPooled(codes, samples), "twice the median of r^2");
    };
  }

  /** exp(-r^2 / width). */
  static RadialKernel gaussian(double width, String from) {
    return new RadialKernel() {
      @Override
      public double at(double square) {
        return Math.exp(-square / width);
      }

      @Override
      public String description() {
        return "exp(-r^2 / %s), %s".formatted(width, from);
      }
    };
  }

  /** The sum of C s / (C s + r^2) over the scales s. */
  static RadialKernel multiquadrics(double expected) {
    double[] widths = Arrays.stream(SCALES).map(scale -> scale * expected).toArray();
    return new RadialKernel() {
      @Override
      public double at(double square) {
        double sum = 0;
        for (double width : widths) {
          sum += width / (width + square);
        }
        return sum;
      }

      @Override
      public String description() {
        return "inverse multiquadrics with C = " + expected;
      }
    };
  }
}
