package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import java.util.OptionalDouble;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The Gaussian kernel {@code k(r) = exp(-r^2 / h)}.
 *
 * <ul>
 *   <li>fixed: {@code h = 2 sigma^2};
 *   <li>scaled: {@code h = d^2}, which the InfoVAE authors' code writes as the mean of the squared
 *       differences over the dimensions, divided by d;
 *   <li>median: {@code h = 2 m}, m the median squared distance of the batch's codes and prior
 *       samples pooled, through which no gradient goes (Gretton et al., A Kernel Two-Sample Test,
 *       2012, section 8).
 * </ul>
 */
final class RbfKernel implements Kernel {
  private final OptionalDouble width;
  private final String description;

  private RbfKernel(OptionalDouble width, String description) {
    this.width = width;
    this.description = description;
  }

  static RbfKernel of(MmdOptions.Bandwidth bandwidth, double sigma, int latent) {
    return switch (bandwidth) {
      case FIXED -> fixed(2 * sigma * sigma, "sigma = " + sigma);
      case SCALED -> fixed((double) latent * latent, "d = " + latent);
      case MEDIAN -> new RbfKernel(OptionalDouble.empty(), "exp(-r^2 / (2 median of r^2))");
    };
  }

  private static RbfKernel fixed(double width, String from) {
    return new RbfKernel(OptionalDouble.of(width), "exp(-r^2 / " + width + "), " + from);
  }

  @Override
  public SDVariable drop(Graph graph, Pairs pairs) {
    SDVariable exponent = exponent(graph, pairs);
    return graph.sameDiff().math.expm1(exponent.neg()).neg();
  }

  private SDVariable exponent(Graph graph, Pairs pairs) {
    if (width.isPresent()) {
      return pairs.squares().div(width.getAsDouble());
    }
    return pairs.squares().div(Median.ofPooled(graph, pairs).mul(2));
  }

  @Override
  public String description() {
    return description;
  }
}
