package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Priors whose log density is written twice: in the graph, and in plain Java, where its score is
 * known or taken by differences. They are not normalised, on which no score depends.
 */
enum ToyPrior implements Prior {
  /** N(m, v) in each dimension with m = 0.5, v = 1.5; m is a parameter. */
  GAUSSIAN {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      SDVariable mean = graph.parameter("mean", Initializer.constant(0.5), 1, 1);
      SDVariable deviation = z.sub(mean);
      return Optional.of(graph.sumPerExample(deviation.mul(deviation)).mul(-0.5 / 1.5));
    }

    @Override
    double[] score(double[] z) {
      double[] score = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        score[i] = -(z[i] - 0.5) / 1.5;
      }
      return score;
    }
  },

  /** 0.3 N((-1, ...), I) + 0.7 N((2, ...), 0.25 I). */
  MIXTURE {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      SDVariable left = z.add(1);
      SDVariable right = z.sub(2);
      SDVariable logLeft = graph.rowSums(left.mul(left)).mul(-0.5).add(Math.log(0.3));
      SDVariable logRight = graph.rowSums(right.mul(right).mul(-2).add(Math.log(2)));
      SDVariable both = graph.sameDiff().concat(1, logLeft, logRight.add(Math.log(0.7)));
      return Optional.of(graph.logSumExp(both, 1));
    }

    @Override
    double[] score(double[] z) {
      double step = 1e-5;
      double[] score = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        double[] above = z.clone();
        double[] below = z.clone();
        above[i] += step;
        below[i] -= step;
        score[i] = (mixture(above) - mixture(below)) / (2 * step);
      }
      return score;
    }
  },

  /** Samples only. */
  WITHOUT_DENSITY {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      return Optional.empty();
    }

    @Override
    double[] score(double[] z) {
      throw new UnsupportedOperationException();
    }
  };

  /** grad log p(z). */
  abstract double[] score(double[] z);

  @Override
  public SDVariable sample(Graph graph) {
    throw new UnsupportedOperationException();
  }

  private static double mixture(double[] z) {
    double left = 0;
    double right = 0;
    for (double v : z) {
      left += (v + 1) * (v + 1);
      right += (v - 2) * (v - 2);
    }
    return Math.log(0.3 * Math.exp(-left / 2) + 0.7 * Math.pow(2, z.length) * Math.exp(-2 * right));
  }
}
