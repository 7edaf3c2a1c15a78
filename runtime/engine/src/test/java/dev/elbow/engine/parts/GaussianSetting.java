package dev.elbow.engine.parts;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** A Gaussian posterior with the parameters and the noise of a batch, and its sample. */
final class GaussianSetting {
  final Workbench bench;
  final double[][] noise;
  final SDVariable parameters;
  final LatentSample sample;
  final double[][] rows;
  private final Posterior posterior;
  private final Function<double[], DenseGaussian> meaning;

  /**
   * @param meaning of the parameters of one example
   * @param rows parameters of the examples
   */
  GaussianSetting(
      Posterior posterior,
      Function<double[], DenseGaussian> meaning,
      int latent,
      double[][] rows,
      DataType dataType) {
    this.posterior = posterior;
    this.meaning = meaning;
    this.rows = rows;
    bench = new Workbench(dataType);
    parameters = bench.input("parameters", rows);
    noise = Numbers.normal(7, rows.length, latent);
    bench.feedNoise("epsilon", noise);
    sample = posterior.sample(bench.graph(), parameters);
  }

  SDVariable kl() {
    return sample.moments().orElseThrow().kl(DiagonalGaussian.standard());
  }

  SDVariable logDensity() {
    return sample.logDensity().orElseThrow();
  }

  SDVariable logDensityAt(double[]... z) {
    return posterior.logDensity(bench.graph(), parameters, bench.input("z", z)).orElseThrow();
  }

  /** A figure of each example. */
  double[] each(IntToDoubleFunction ofExample) {
    return IntStream.range(0, rows.length).mapToDouble(ofExample).toArray();
  }

  DenseGaussian dense(int example) {
    return meaning.apply(rows[example]);
  }
}
