package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.List;

/**
 * log det Cov(z) / d, in nats per dimension, of one sampled code z of every test example: 0 of N(0,
 * I), below it where the codes fill less than the prior, above where they fill more.
 *
 * <p>The standard error is that of the log-determinant's influence function, (z - m)' S^-1 (z - m)
 * - d, which presumes no Gaussian. The estimate is too small by about (d + 1) / (2n).
 */
final class CovarianceMetric implements Metric {
  private static final String NAME = "test.logDetCovariance";
  private static final String UNIT = "nats per dimension";

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Matrix codes = model.sampledCodes(model.test());
    TooFew.require("covariance", codes.rows());
    double[][] centred = Covariance.centred(codes);
    Measurement measured =
        Cholesky.of(Covariance.lower(centred))
            .filter(root -> codes.rows() > codes.columns())
            .map(root -> measurement(root, centred))
            .orElseGet(CovarianceMetric::singular);
    return List.of(
        measured.withSetting("dimensions", codes.columns()).withSetting("examples", codes.rows()));
  }

  private static Measurement singular() {
    return Measurement.of(NAME, Double.NEGATIVE_INFINITY, UNIT)
        .withSetting("note", "the codes lie in fewer dimensions than there are");
  }

  private static Measurement measurement(Cholesky root, double[][] centred) {
    int dimensions = centred[0].length;
    int count = centred.length;
    double squares = 0;
    for (double[] row : centred) {
      double influence = root.squaredLength(row) - dimensions;
      squares += influence * influence;
    }
    double error = Math.sqrt(squares / (count - 1) / count) / dimensions;
    return Measurement.of(NAME, root.logDeterminant() / dimensions, UNIT).withStandardError(error);
  }
}
