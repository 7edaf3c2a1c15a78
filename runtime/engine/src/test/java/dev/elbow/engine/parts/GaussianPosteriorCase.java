package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.repeated;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import org.nd4j.linalg.api.buffer.DataType;

/** A kind of Gaussian posterior, and what its parameters mean. */
abstract class GaussianPosteriorCase {

  abstract Posterior posterior(PartContext context);

  /** The distribution that these parameters of one example mean, derived without the part. */
  abstract DenseGaussian dense(int latent, double[] parameters);

  final GaussianSetting setting(int latent, int batch) {
    return setting(latent, normal(latent + batch, batch, count(latent)), DataType.DOUBLE);
  }

  final GaussianSetting setting(int latent, double[][] rows, DataType dataType) {
    return new GaussianSetting(made(latent), p -> dense(latent, p), latent, rows, dataType);
  }

  /** The same example many times over, with parameters of this size. */
  final GaussianSetting repeatedSetting(int latent, double size, int times) {
    double[] row = Numbers.map(normal(5, 1, count(latent))[0], v -> size * v);
    return setting(latent, repeated(row, times), DataType.DOUBLE);
  }

  private Posterior made(int latent) {
    return posterior(new ModelContext(latent, DataShape.vector(4), DataValues.REAL));
  }

  final int count(int latent) {
    return made(latent).parameterCount();
  }
}
