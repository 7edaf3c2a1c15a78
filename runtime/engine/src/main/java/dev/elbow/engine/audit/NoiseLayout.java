package dev.elbow.engine.audit;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.spi.Noise;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sampler's noise inputs as one vector an example. */
final class NoiseLayout {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final List<NoiseSpec> specs;
  private final int size;

  NoiseLayout(List<NoiseSpec> specs) {
    this.specs = specs;
    this.size = specs.stream().mapToInt(NoiseLayout::width).sum();
  }

  /** How many numbers one sample takes. */
  int size() {
    return size;
  }

  /** Draws vectors; the same seed and purpose give the same ones. */
  double[][] draw(long seed, String purpose, int rows) {
    RandomStream random = RandomStreams.stream(seed, "audit/" + purpose, 0);
    double[][] noise = new double[rows][size];
    for (double[] row : noise) {
      int at = 0;
      for (NoiseSpec spec : specs) {
        for (int end = at + width(spec); at < end; at++) {
          row[at] = normal(spec) ? random.nextGaussian() : random.nextDouble();
        }
      }
    }
    return noise;
  }

  /** log p(noise): uniforms have density 1. */
  double logDensity(double[] noise) {
    double sum = 0;
    int at = 0;
    for (NoiseSpec spec : specs) {
      for (int end = at + width(spec); at < end; at++) {
        sum -= normal(spec) ? 0.5 * (noise[at] * noise[at] + LOG_TWO_PI) : 0;
      }
    }
    return sum;
  }

  /** The vectors as the graph's inputs. */
  Map<String, double[][]> inputs(double[][] noise) {
    Map<String, double[][]> inputs = new LinkedHashMap<>();
    int from = 0;
    for (NoiseSpec spec : specs) {
      int to = from + width(spec);
      int start = from;
      inputs.put(
          spec.name(),
          Arrays.stream(noise)
              .map(row -> Arrays.copyOfRange(row, start, to))
              .toArray(double[][]::new));
      from = to;
    }
    return inputs;
  }

  /** The vectors that named inputs hold. */
  double[][] vectors(Map<String, double[][]> inputs, int rows) {
    double[][] noise = new double[rows][size];
    int at = 0;
    for (NoiseSpec spec : specs) {
      double[][] values = inputs.get(spec.name());
      for (int i = 0; i < rows; i++) {
        System.arraycopy(values[i], 0, noise[i], at, width(spec));
      }
      at += width(spec);
    }
    return noise;
  }

  static int width(NoiseSpec spec) {
    return Math.toIntExact(Arrays.stream(spec.shapePerExample()).reduce(1, Math::multiplyExact));
  }

  private static boolean normal(NoiseSpec spec) {
    return spec.distribution() == Noise.STANDARD_NORMAL;
  }
}
