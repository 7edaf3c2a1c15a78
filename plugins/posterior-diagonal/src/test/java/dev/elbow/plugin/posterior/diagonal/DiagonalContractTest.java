package dev.elbow.plugin.posterior.diagonal;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.PosteriorContract;

class DiagonalContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new DiagonalPosteriorFactory();
  }
}
