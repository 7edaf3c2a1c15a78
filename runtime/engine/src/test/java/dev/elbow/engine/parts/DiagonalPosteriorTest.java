package dev.elbow.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions.Spread;
import dev.elbow.plugin.posterior.diagonal.DiagonalPosteriorFactory;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Parameters mu_1 .. mu_d, l_1 .. l_d mean N(mu, diag exp(l)). */
class DiagonalPosteriorTest extends GaussianPosteriorSpecification {

  @Override
  Posterior posterior(PartContext context) {
    return new DiagonalPosteriorFactory().create(new DiagonalOptions(Spread.LOG_VARIANCE), context);
  }

  @Override
  DenseGaussian dense(int latent, double[] parameters) {
    double[] mean = Arrays.copyOf(parameters, latent);
    double[] logVariances = Arrays.copyOfRange(parameters, latent, 2 * latent);
    return DenseGaussian.diagonal(mean, Numbers.map(logVariances, Math::exp));
  }

  @Test
  void itAsksTheEncoderForAMeanAndAVarianceOfEachDimension() {
    var context = new ModelContext(7, DataShape.vector(4), DataValues.REAL);
    assertThat(posterior(context).parameterCount()).isEqualTo(14);
  }
}
