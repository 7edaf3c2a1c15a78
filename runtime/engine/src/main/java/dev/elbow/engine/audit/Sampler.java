package dev.elbow.engine.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The posterior's sampler as a black box: parameters and noise in, z out. Nothing that the
 * posterior says of itself is used here, except where it is asked for.
 */
final class Sampler {
  private final LatentGraph latent;
  private final RowRunner runner;
  private final NoiseLayout noise;

  Sampler(LatentGraph latent, double epoch) {
    this.latent = latent;
    this.runner = new RowRunner(latent.graph(), epoch);
    this.noise = new NoiseLayout(latent.noises());
  }

  LatentGraph latent() {
    return latent;
  }

  NoiseLayout noise() {
    return noise;
  }

  /** Outputs of the latent graph, by row. */
  Map<String, double[][]> at(double[][] parameters, double[][] vectors, List<String> outputs) {
    Map<String, double[][]> inputs = new LinkedHashMap<>();
    inputs.put(LatentGraph.PARAMETERS, parameters);
    inputs.putAll(noise.inputs(vectors));
    return runner.rows(inputs, outputs);
  }

  /** One output of width 1. */
  double[] column(double[][] parameters, double[][] vectors, String output) {
    return column(at(parameters, vectors, List.of(output)).get(output));
  }

  /**
   * The density of z that follows from the noise's by the change of variables,
   *
   * <pre>log q(z) = log p(noise) - log |det dz/dnoise|</pre>
   *
   * <p>for a sampler that takes as many numbers as z has.
   */
  MeasuredDensity measure(double[][] parameters, double[][] vectors) {
    NumericLogDeterminant map =
        NumericLogDeterminant.of((points, x) -> z(select(parameters, points), x), vectors);
    double[] density = new double[vectors.length];
    for (int i = 0; i < density.length; i++) {
      density[i] = noise.logDensity(vectors[i]) - map.values()[i];
    }
    return new MeasuredDensity(density, map);
  }

  /**
   * log q at each point.
   *
   * @param map the log-determinants it came from
   */
  record MeasuredDensity(double[] logDensity, NumericLogDeterminant map) {}

  private double[][] z(double[][] parameters, double[][] vectors) {
    return at(parameters, vectors, List.of(LatentGraph.Z)).get(LatentGraph.Z);
  }

  /** Every row {@code times} times, one after the other. */
  static double[][] repeat(double[][] rows, int times) {
    double[][] repeated = new double[rows.length * times][];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = rows[i / times];
    }
    return repeated;
  }

  static double[][] select(double[][] rows, int[] indices) {
    double[][] selected = new double[indices.length][];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = rows[indices[i]];
    }
    return selected;
  }

  static double[] column(double[][] rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][0];
    }
    return values;
  }
}
